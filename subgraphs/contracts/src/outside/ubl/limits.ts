/** Bytes of one contract document: 1 MiB holds thousands of lines, and is read in well under a second. */
export const MAX_DOCUMENT_BYTES = 1_048_576

/** Elements within elements. UBL needs about 12; more is no contract. */
export const MAX_XML_DEPTH = 32

/** Elements of one document: an order with 500 lines has about 20 000. */
export const MAX_XML_ELEMENTS = 50_000

/** Lines of one contract. */
export const MAX_LINES = 5_000

/** Entries of any other list of one party or line, such as its identifiers. */
export const MAX_ENTRIES = 100

/** Attributes of one element; UBL allows 8, and namespaces are declared as attributes. */
export const MAX_XML_ATTRIBUTES = 64
