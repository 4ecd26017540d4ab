import type { Mention } from './credential-index.ts';
import type { Sentence } from './sentence.ts';
import { TOPIC } from './topics.ts';

/** Words after a credential that make it part of a role's name or of a history, not a demand. */
const NOT_A_DEMAND =
  /^[)\]]?[ -]*(?:(?:(?!(?:with|and|or|plus|required|preferred|licen[sc]\w*|certif\w*|credentials?|in|at|for|to|by|from|of)\b)[\w-]+ ){0,2}experience|staff|team|leadership|leaders?\b|peers|partners|case manag|navigator|coordinator|role|position|coders?\b|diploma|degree|program\b|approved|accredited|student|coverage|supervis|colleague|preceptor|scope|in charge|on staff|who (?:runs|leads|heads|handles)|school|shift|unit|course|class(?:es)?\b|guideline|exam prep|training program|responsibilit)/i;
/** Whom the work is done with, for or under: "communicates to the RN", "under the direction of a Registered Nurse". */
const WORKS_WITH =
  /\b(?:collaborat\w+|communicat\w+|coordinat\w+|consult\w*|works?|working|partner\w*|report(?:s|ing)?|refer(?:s|ring)?|escalat\w+|notif\w+|assist(?:s|ing)?|support(?:s|ing)?|help(?:s|ing)?|delegat\w+|supervis\w+|direct(?:s|ion|ed)?|oversees?|orders? (?:of|from)|alongside)\b(?: [\w’'/-]+,?){0,7} (?:to|with|of|by|the|an?|and|for|from|as ordered by)(?: the| an?| our| other| staff)? ?$/i;
/** "Working toward the RHIT" is how one comes to hold it. */
const WORKS_TOWARD =
  /\bwork(?:s|ing)? towards?,?(?: or (?:holding|having),?)?(?: (?:an?|the|your|their|its|active|full|current|earning|obtaining|completing|completion of|certification as|certification|licensure as|licensure|registration as)){0,4} ?$/i;
/** Some of those who work there hold it: "most of them certified in …", "the supervisor (RN, CCDS)". */
const STAFF =
  /\b(?:most|some|many|several|all|half|each|one|two|three|four) of (?:them|whom|us|our)\b[^.;]*$|\b(?:coders|nurses|trainers|educators|supervisors|analysts|directors|managers|staff|colleagues|leads|auditors|specialists|mentors|interns|officers|prescribers)\s*\((?:(?:an?|one|two|three|four) )?(?:[\w-]+,? ?){0,5}$|\b(?:the|our|an?|principal) (?:[\w-]+ ){0,3}(?:supervisor|analyst|director|manager|officer|investigator|educator)\s*\((?:an? )?(?:[\w-]+, ?){0,3}$|\b(?:our|we have)(?: [\w-]+){0,3} (?:is|are|holds?) (?:an? )?$/i;
/** "CCS and the like will not raise your pay". */
const OF_NO_USE =
  /^[^.;]{0,40}\b(?:will not|won['’]t|do(?:es)? not|don['’]t|doesn['’]t|makes? no|cannot) (?!be accepted|be considered|qualify|expire|need)/i;
/** "Two years in transplant as a Registered Nurse" is a history; "licensed as a Registered Nurse" is not. */
const AS_ONE = /\bas an? (?:[\w-]+ )?$/i;
const HOLDS =
  /\b(?:licen[sc]\w*|certif\w*|regist\w*|eligib\w*|credential\w*|qualif\w*|practice|authori[sz]ed|hold\w*)\b[^.;]{0,60}$/i;
const HISTORY =
  /(?:experience|worked|working|employed|years?)\s+(?:working\s+)?(?:as|being|with|for)\s+(?:an?\s+|other\s+|our\s+)?$/i;
/** "Two years of RN or LPN experience". */
const YEARS_BEFORE = /\b(?:years?|months?)['’]?(?: of)? (?:[\w/-]+ ){0,2}$/i;
const EXPERIENCE_AFTER = /^(?:,? (?:or|and|and\/or) |\/)[\w-]+ (?:[\w-]+ ){0,2}experience\b/i;
/** Money or help for a credential is a benefit. */
const BENEFIT_BEFORE =
  /\b(?:paid|pay for|fees?|reimburs\w+|repay\w+|stipends?|bonus(?:es)?|loans?|tuition|scholarships?|assistance|discounts?|allowance|help you|support you|differential|certification pay)\b[^.;,]{0,50}$/i;
const BENEFIT_AFTER =
  /^[^.;,]{0,30}\b(?:at no cost|free of charge|(?:exam|certification|renewal|membership)? ?(?:(?<!professional |pro[- ])fees?|dues|costs)\b|reimburse\w*|bonus(?:es)?|differential|tuition)/i;
/** "The opportunity to earn your CCS" is offered. */
const OFFERED_BEFORE =
  /\b(?:opportunit(?:y|ies)|chances?|help|support|assist|sponsor)\w{0,4}\b[^.;,]{0,24}\b(?:to|in|with|for|you|staff) (?:obtain|earn|gain|pursu|achiev|get|becom|attain|complet|acquir)\w*\b[^.;,]{0,40}$/i;
/** "Knows a CCS from a CPC", "the difference between RHIA and RHIT". */
const TOLD_APART_BEFORE =
  /\b(?:know(?:s|ing)?|tell(?:s|ing)?|distinguish\w*) (?:an? |the )?(?:[\w-]+ from (?:an? |the )?)?$|\bdifferences? between (?:an? |the )?(?:[\w-]+ (?:and|or) (?:an? |the )?)?$/i;
const TOLD_APART_AFTER = /^ from (?:an? |the )?[A-Z]/;
/** Several people who hold a credential are the staff, unless the wording seeks them. */
const PEOPLE =
  /(?:coder|nurse|registrar|technician|technologist|specialist|auditor|administrator|professional|therapist|assistant|practitioner|physician|pharmacist|analyst|accountant|attorney|teacher)s$|^[A-Z]{2,5}s$/;
const SOUGHT =
  /\b(?:must|require[sd]?|requirements?|need(?! not)\w*|seek\w*|looking for|hiring|prefer\w*|desired|open to|candidates?|applicants?|welcome|accepted|eligible)\b/i;
const CONDITIONAL =
  /^if\b|\bif (?:applicable|driving|licensed|required|needed|clinical|you(?! (?:do(?:n['’]t| not)|are not|aren['’]t|have not|haven['’]t|lack|already)\b))\b|\b(?:where|when|as) (?:applicable|appropriate)\b|\bmay be required\b|(?<!\b(?:priority|preference) (?:(?:will be|is) )?(?:given )?(?:to|for) )\bthose (?:employees |individuals )?who\b|\bfor (?:those|clinical staff|licensed staff)\b|\bwho elect\b/i;
/** "PALS per unit assignment": it holds for what stands right beside it. */
const FOR_SOME =
  /\b(?:for|in|by) (?:certain|specific|select(?:ed)?|designated|specialty|some|various) (?:areas?|units?|departments?|roles?|positions?|specialt)|\b(?:based on|per|according to) (?:the )?(?:unit|department|specialty|area)\b|\bdepending on (?:the )?(?:role|position|assignment)/gi;
/** How far such words reach, in UTF-16 units. */
const BESIDE = 80;
/** They do not reach over a strength of its own or the end of a part. */
const ENDS_REACH = /[;|]|\.\s|\b(?:other|required|preferred|must|minimum|needed|mandatory)\b/i;
/** "CCA holders earn the CCS within 18 months": what is asked of these holders only. */
const HOLDERS_DO =
  /^['’]?s? holders? (?:(?:must|will|should|need to|have to|are (?:expected|required) to) )?(?:earn|obtain|pass|complete|achieve|get|upgrade|add|have)\b/i;
const HOLDERS_EARN =
  /\bholders? (?:(?:must|will|should|need to|have to|are (?:expected|required) to) )?(?:earn|obtain|pass|complete|achieve|get|upgrade|add|have)\b[^.;]{0,30}$/i;

/**
 * Is a credential only spoken of: part of another role's name, of colleagues, of a history, of a benefit, of a condition?
 * `before` and `after` are the words of its sentence around it; `licence`: it is a licence.
 */
export function isNoDemand(one: Sentence, mention: Mention, before: string, after: string, licence = false): boolean {
  const { text, start, about, words: sentence } = one;
  if (NOT_A_DEMAND.test(after) || HISTORY.test(before)) return true;
  if (EXPERIENCE_AFTER.test(after) && YEARS_BEFORE.test(before)) return true;
  const work = WORKS_WITH.exec(before.slice(before.lastIndexOf(';') + 1));
  if (work !== null && !SOUGHT.test(work[0]) && !WORKS_TOWARD.test(work[0])) return true;
  if (OF_NO_USE.test(after) || (AS_ONE.test(before) && !HOLDS.test(before))) return true;
  if (STAFF.test(before) && !SOUGHT.test(sentence)) return true;
  if (BENEFIT_BEFORE.test(before) || BENEFIT_AFTER.test(after)) return true;
  if (OFFERED_BEFORE.test(before) && !/\b(?:must|required?)\b/i.test(sentence)) return true;
  if (/\bholders?\b/i.test(sentence) && (HOLDERS_DO.test(after) || HOLDERS_EARN.test(before))) return true;
  const apart = TOLD_APART_BEFORE.exec(before);
  if (apart !== null && (/from|between/.test(apart[0]) || TOLD_APART_AFTER.test(after))) return true;
  if (PEOPLE.test(text.slice(mention.start, mention.end)) && !SOUGHT.test(sentence) && !/^\s*:/.test(after))
    return true;
  if ((about & TOPIC.condition) === 0) return false;
  return CONDITIONAL.test(partAround(sentence, mention.start - start)) || isForSome(sentence, mention, start, licence);
}

/** "ACLS is required for certain units". */
const ITS_OWN = /(?: (?:is|are|may be|will be))? (?:required|needed|mandatory|preferred) ?$/i;

/** Is it asked for in some places or roles only? */
function isForSome(sentence: string, mention: Mention, start: number, licence: boolean): boolean {
  const [from, to] = [mention.start - start, mention.end - start];
  for (const words of sentence.matchAll(FOR_SOME)) {
    const led = words.index + words[0].length;
    // "Per unit: ACLS or PALS" leads what it speaks of, "ACLS per unit" follows it.
    const before = led <= from && /(?:^|[;:(])\s*$/.test(sentence.slice(0, words.index));
    if (!before && words.index < to) continue;
    const gap = before ? sentence.slice(led, from) : sentence.slice(to, words.index);
    // Nobody needs a licence on some units only: "RN, BLS, ACLS per unit".
    if (licence && gap.includes(',')) continue;
    if (gap.length <= BESIDE && !ENDS_REACH.test(gap.replace(ITS_OWN, ' '))) return true;
  }
  return false;
}

/** The part of a sentence between semicolons that holds an offset. */
function partAround(sentence: string, at: number): string {
  const end = sentence.indexOf(';', at);
  return sentence.slice(sentence.lastIndexOf(';', at) + 1, end === -1 ? sentence.length : end).trimStart();
}
