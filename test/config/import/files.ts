import fc from 'fast-check';

/** Small invented files in the shapes of LinkedIn's data export: CRLF, preamble, byte order mark, quoted line ends. */
export const linkedInFiles: Readonly<Record<string, string>> = {
  'Profile.csv':
    'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Geo Location\r\nZoë,Quill,,12 Elm Street,Jan 1,"HIM, and more","Columbus, Ohio, United States"\r\n',
  'Positions.csv':
    '\uFEFFCompany Name,Title,Description,Location,Started On,Finished On\r\nLakeside Health,Medical Coder,"one\r\ntwo, ""three""",Ohio,Mar 2019,Feb 2021\r\nRiverside,medical coder,,,Jan 2021,\r\nHilltop,Records Clerk,,,Mar 2017,Feb 2019\r\nStonebridge,Greeter,,,,\r\n,,,,,\r\n',
  'Certifications.csv':
    'Name,Url,Authority,Started On,Finished On,License Number\r\nRegistered Health Information Technician (RHIT),https://x.example,AHIMA,Jun 2023,,99887766\r\nRegistered Nurse (Ohio),,Ohio Board of Nursing,Jan 2019,Mar 2030,RN.123456\r\nCPC Exam Prep,,Some School,Jan 2022,,\r\nRegisterd Heath Infomation Administrater,,AHIMA,,,\r\n',
  'Education.csv':
    'School Name,Start Date,End Date,Notes,Degree Name,Activities\r\nOlentangy College,2015,2017,,"Associate of Applied Science - AAS, Health Information Technology",\r\nState University,2024,2028,,Bachelor of Science - BS,\r\nNight School,2020,,,Master of Business Administration,\r\n',
  'Connections.csv':
    'Notes:\r\n"When exporting your connection data, you may notice that\r\nsome of the email addresses are missing."\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On,Rank\r\nKim,Park,https://x.example/kim,kim@x.example,Lakeside Health,Director,12 Mar 2024,1\r\nBo,Stone,,,"=HYPERLINK(""https://x.example"")",,7-Feb-22,2\r\n,,,,,,,\r\n',
  'Connections_2.csv':
    'First Name,Last Name,Email Address,Company,Position,Connected On\r\nKim,Park,kim@x.example,Lakeside Health,Director,12 Mar 2024\r\nAda,Reyes,,Mercy Valley,Clerk,1 Jan 2020\r\n',
  'Company Follows.csv': 'Organization,Followed On\r\nMercy Valley,Mon Mar 11 2024\r\nmercy valley,Tue Mar 12 2024\r\n',
  'Languages.csv':
    'Name,Proficiency\r\nEnglish,Native or bilingual proficiency\r\nSpanish,Full professional proficiency\r\nFrench,Elementary proficiency\r\n',
  'Jobs/Job Applications_1.csv':
    'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\r\n1/2/24,a@x.example,555-010-2030,Lakeside,Coder,,,Do you need a visa?:yes-private-answer\r\n',
};

/** An invented JSON Resume with members of every kind. */
export const jsonResume = {
  $schema: 'https://schema.example/v1.0.0/schema.json',
  basics: {
    name: 'Jordan Avery',
    email: 'jordan@x.example',
    phone: '(912) 555-0143',
    location: { address: '1 Elm Street', city: 'Cleveland', countryCode: 'US', region: 'Ohio' },
  },
  work: [
    { name: 'Lakeside Health', position: 'HIM Analyst', startDate: '2020-01-15', endDate: '2022-01-15' },
    { company: 'Old Shape Clinic', position: 'Clerk', startDate: '2018', endDate: '2020' },
    { name: 'No Title Inc', startDate: '2010' },
    'not an object',
  ],
  volunteer: [{ organization: 'Free Clinic', position: 'Records volunteer', startDate: '2025-05' }],
  education: [
    { institution: 'State University', area: 'Health Information Management', studyType: 'BS', endDate: '2019-05-01' },
  ],
  certificates: [{ name: 'RHIA', issuer: 'AHIMA', date: '2019-09-01' }],
  languages: [{ language: 'Español', fluency: 'Professional' }, { language: 'Klingon' }],
  skills: [{ name: 'Epic' }],
};

/** Text of letters, signs that mean something to somebody, controls, invisible marks and halves of characters. */
export const hostileText = fc.string({
  unit: fc.constantFrom(
    ...('aZ1 ,;:"\'=+@-#&*!|>%{}[]()\\/.…é李😀'.match(/./gu) ?? []),
    '\r',
    '\n',
    '\t',
    '\0',
    '\u001b',
    '\u0085',
    '\u2028',
    '\u202e',
    '\u200b',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\uDC00',
  ),
  maxLength: 120,
});
