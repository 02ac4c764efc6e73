"""Writes a Word file that would load, link and run what lies elsewhere: FILE ADDRESS."""

import sys

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as kinds
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

file, address = sys.argv[1:]
document = docx.Document()
document.add_paragraph("Tệp lạ")
part = document.part
picture = part.relate_to(f"{address}/picture.png", kinds.IMAGE, is_external=True)
link = part.relate_to("javascript:parent.ran=1", kinds.HYPERLINK, is_external=True)
chunk = part.relate_to(f"{address}/chunk.html", kinds.A_F_CHUNK, is_external=True)
part.relate_to(f"{address}/template.dotx", kinds.IMAGE.replace("image", "attachedTemplate"), is_external=True)
names = nsdecls("w", "r", "a", "pic", "wp") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
for blip in (f'r:embed="{picture}"', f'r:link="{picture}"'):
    document.element.body.insert(0, parse_xml(f"""<w:p {names}><w:r><w:drawing><wp:inline>
        <wp:extent cx="900000" cy="900000"/><a:graphic>
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
        <pic:blipFill><a:blip {blip}/></pic:blipFill>
        <pic:spPr><a:xfrm><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr>
        </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""))
document.element.body.insert(0, parse_xml(f"""<w:p {names}>
    <w:hyperlink r:id="{link}"><w:r><w:t>bấm vào đây</w:t></w:r></w:hyperlink>
    <w:r><w:pict><v:shape style="width:9pt;height:9pt"><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r>
    <w:r><w:t>&lt;img src="{address}/text.png" onerror="parent.ran=1"&gt;</w:t></w:r></w:p>"""))
document.element.body.insert(0, parse_xml(f'<w:altChunk {names} r:id="{chunk}"/>'))
document.save(file)
