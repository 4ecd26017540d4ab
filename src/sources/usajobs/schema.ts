import { z } from 'zod';

/** `GET /api/Search`; the items are looked at one by one. Counts come as numbers or as text. */
export const UsajobsAnswer = z.object({
  SearchResult: z.object({
    SearchResultCountAll: z.coerce.number().int(),
    SearchResultItems: z.array(z.unknown()),
  }),
});

const Text = z.string().nullish();
const Named = z.object({ Name: Text, Code: Text });
/** The same member comes as `true`, `"True"` or `"False"`. */
const Flag = z.union([z.boolean(), z.string()]).nullish();
/** One text or several. */
const Texts = z.union([z.string(), z.array(z.string())]).nullish();

/** One announcement. */
export const UsajobsItem = z.object({
  /** The control number: the key. */
  MatchedObjectId: z.string(),
  MatchedObjectDescriptor: z.object({
    /** Announcement number, shared by several control numbers. */
    PositionID: Text,
    PositionTitle: z.string().trim().min(1),
    PositionURI: z.url({ protocol: /^https?$/ }),
    ApplyURI: z.array(z.string()).nullish(),
    PositionLocation: z
      .array(
        z.object({
          LocationName: Text,
          /** Names, not codes: "United States", "Nevada". */
          CountryCode: Text,
          CountrySubDivisionCode: Text,
          /** With the state: "Las Vegas, Nevada". */
          CityName: Text,
        }),
      )
      .nullish(),
    OrganizationName: Text,
    DepartmentName: Text,
    JobCategory: z.array(Named).nullish(),
    PositionSchedule: z.array(Named).nullish(),
    PositionOfferingType: z.array(Named).nullish(),
    QualificationSummary: Text,
    /** Amounts as text. `RateIntervalCode` was "Per Year" in 2022 and is "PA" since. */
    PositionRemuneration: z
      .array(z.object({ MinimumRange: Text, MaximumRange: Text, RateIntervalCode: Text }))
      .nullish(),
    /** Times of US Eastern, without saying so. */
    PublicationStartDate: Text,
    ApplicationCloseDate: Text,
    UserArea: z
      .object({
        Details: z
          .object({
            JobSummary: Text,
            MajorDuties: Texts,
            Education: Text,
            Requirements: Text,
            KeyRequirements: Texts,
            SecurityClearance: Text,
            RemoteIndicator: Flag,
          })
          .nullish(),
      })
      .nullish(),
  }),
});
export type UsajobsDescriptor = z.infer<typeof UsajobsItem>['MatchedObjectDescriptor'];
