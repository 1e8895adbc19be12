/** A short made-up eForms notice in the shape of SDK 1.x, for tests that need many of them. */
export function eformsNotice({
  number,
  title = 'Lokalvård',
  description = 'Städning av kontor.',
  cpv = '90910000',
  lots = 1,
}: {
  number: number;
  title?: string;
  description?: string;
  cpv?: string;
  lots?: number;
}): string {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const project = (
    name: string,
  ) => `<cac:ProcurementProject><cbc:Name languageID="SWE">${name}</cbc:Name><cbc:Description languageID="SWE">${description}</cbc:Description>
      <cbc:ProcurementTypeCode listName="contract-nature">services</cbc:ProcurementTypeCode>
      <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">${cpv}</cbc:ItemClassificationCode></cac:MainCommodityClassification>
      <cac:RealizedLocation><cac:Address><cbc:CountrySubentityCode listName="nuts">SE110</cbc:CountrySubentityCode></cac:Address></cac:RealizedLocation></cac:ProcurementProject>`;
  const lot = (n: number) => `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-${String(n).padStart(4, '0')}</cbc:ID>
    <cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2044-01-15+01:00</cbc:EndDate><cbc:EndTime>23:59:00+01:00</cbc:EndTime></cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>
    ${project(`${title}, del ${n}`)}</cac:ProcurementProjectLot>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1" xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1" xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1" xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">16</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name languageID="SWE">Exempelköpings kommun</cbc:Name></cac:PartyName>
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode listName="country">SWE</cbc:IdentificationCode></cac:Country></cac:PostalAddress></efac:Company></efac:Organization></efac:Organizations>
    <efac:Publication><efbc:NoticePublicationID schemeName="ojs-notice-id">${String(number).padStart(8, '0')}-2099</efbc:NoticePublicationID><efbc:PublicationDate>2026-11-20+01:00</efbc:PublicationDate></efac:Publication>
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID><cbc:ID schemeName="notice-id">${id}</cbc:ID><cbc:ContractFolderID>${id}</cbc:ContractFolderID>
  <cbc:IssueDate>2026-11-19+01:00</cbc:IssueDate><cbc:VersionID>01</cbc:VersionID><cbc:RegulatoryDomain>32014L0024</cbc:RegulatoryDomain>
  <cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>SWE</cbc:NoticeLanguageCode>
  <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
  <cac:TenderingProcess><cbc:ProcedureCode listName="procurement-procedure-type">open</cbc:ProcedureCode></cac:TenderingProcess>
  ${project(title)}
  ${Array.from({ length: lots }, (_, i) => lot(i + 1)).join('\n  ')}
</ContractNotice>
`;
}
