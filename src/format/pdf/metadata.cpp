// PDF/A demands that each entry of the Info dictionary has its equal in XMP (ISO 19005-2, 6.6.2.3 and 6.7.3), so
// both are made here, side by side, from the same properties.
#include "format/pdf/internal/metadata.h"

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The two digits at `index`, or -1.
int two_digits(const std::string& text, std::size_t index) {
    if (index + 2 > text.size() || !is_digit(text[index]) || !is_digit(text[index + 1])) return -1;
    return (text[index] - '0') * 10 + (text[index + 1] - '0');
}

bool in_range(int value, int low, int high) { return value >= low && value <= high; }

/// Text for XML, without the characters that XML 1.0 has no way to write.
std::string xml(std::u16string_view text) {
    std::u16string clean;
    for (const char16_t unit : text) {
        const bool written = unit >= 0x20 ? unit < 0xFFFE : unit == '\t' || unit == '\n' || unit == '\r';
        clean.push_back(written ? unit : u'\uFFFD');
    }
    std::string out;
    for (const char c : to_utf8(clean)) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else out.push_back(c);
    }
    return out;
}

std::string xml(const std::string& utf8) {
    const auto text = to_utf16(utf8);
    return text ? xml(*text) : std::string{};
}

std::u16string joined(const std::vector<std::u16string>& keywords) {
    std::u16string out;
    for (const std::u16string& keyword : keywords) {
        if (!out.empty()) out += u", ";
        out += keyword;
    }
    return out;
}

/// A language alternative with the one text that there is.
std::string alternative(const std::string& tag, std::u16string_view text) {
    return "<" + tag + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml(text) + "</rdf:li></rdf:Alt></" + tag + ">\n";
}

/// PDF/A wants every schema that it does not know itself described in the packet: here that of PDF/UA's identifier
/// (ISO 19005-2, 6.6.2.3.2), and after it that of official documents.
constexpr std::string_view extension_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li>\n";

constexpr std::string_view official_namespace = "urn:x-bichig:official-document:1";
constexpr std::string_view official_schema =
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>Bichig official document</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>urn:x-bichig:official-document:1</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>bichig</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>profile</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>external</pdfaProperty:category>\n"
    "<pdfaProperty:description>Name of the profile that the document was set by</pdfaProperty:description>\n"
    "</rdf:li><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>scriptOrder</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>external</pdfaProperty:category>\n"
    "<pdfaProperty:description>Which script stands first: mongolian_first or chinese_first</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li>\n";
constexpr std::string_view extension_end = "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

}  // namespace

std::optional<std::string> pdf_date(const std::string& iso) {
    const int century = two_digits(iso, 0);
    const int year = two_digits(iso, 2);
    if (iso.size() < 10 || century < 0 || year < 0 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    if (!in_range(two_digits(iso, 5), 1, 12) || !in_range(two_digits(iso, 8), 1, 31)) return std::nullopt;
    std::string out = "(D:" + iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
    if (iso.size() == 10) return out + ")";
    if (iso.size() < 20 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':') return std::nullopt;
    if (!in_range(two_digits(iso, 11), 0, 23) || !in_range(two_digits(iso, 14), 0, 59) ||
        !in_range(two_digits(iso, 17), 0, 59)) {
        return std::nullopt;
    }
    out += iso.substr(11, 2) + iso.substr(14, 2) + iso.substr(17, 2);
    if (iso.size() == 20 && iso[19] == 'Z') return out + "Z)";
    if (iso.size() != 25 || (iso[19] != '+' && iso[19] != '-') || iso[22] != ':') return std::nullopt;
    if (!in_range(two_digits(iso, 20), 0, 23) || !in_range(two_digits(iso, 23), 0, 59)) return std::nullopt;
    return out + iso[19] + iso.substr(20, 2) + "'" + iso.substr(23, 2) + "')";
}

ObjectNumber write_info(const page::Properties& properties, const std::string& producer, File& file) {
    std::string out = "<</Title" + text_string(properties.title);
    if (!properties.author.empty()) out += "/Author" + text_string(properties.author);
    if (!properties.subject.empty()) out += "/Subject" + text_string(properties.subject);
    if (!properties.keywords.empty()) out += "/Keywords" + text_string(joined(properties.keywords));
    const auto producer_text = to_utf16(producer);
    out += "/Producer" + text_string(producer_text ? *producer_text : u"");
    if (const auto date = pdf_date(properties.date)) out += "/CreationDate" + *date + "/ModDate" + *date;
    const ObjectNumber info = file.allocate();
    file.object(info, out + ">>");
    return info;
}

ObjectNumber write_xmp(const page::Properties& properties, const std::string& producer, File& file) {
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n"
        "<dc:format>application/pdf</dc:format>\n";
    out += alternative("dc:title", properties.title);
    if (!properties.author.empty()) {
        out += "<dc:creator><rdf:Seq><rdf:li>" + xml(properties.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    if (!properties.subject.empty()) out += alternative("dc:description", properties.subject);
    if (!properties.language.empty()) {
        out += "<dc:language><rdf:Bag><rdf:li>" + xml(properties.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    }
    if (!properties.keywords.empty()) {
        out += "<pdf:Keywords>" + xml(joined(properties.keywords)) + "</pdf:Keywords>\n";
    }
    out += "<pdf:Producer>" + xml(producer) + "</pdf:Producer>\n";
    if (!properties.date.empty()) {
        for (const std::string tag : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) {
            out += "<" + tag + ">" + properties.date + "</" + tag + ">\n";
        }
    }
    const bool official = !properties.profile.empty();
    if (official) {
        const std::string name{official_namespace};
        out += "<bichig:profile xmlns:bichig=\"" + name + "\">" + xml(properties.profile) + "</bichig:profile>\n";
        out += "<bichig:scriptOrder xmlns:bichig=\"" + name + "\">" + xml(properties.script_order) +
               "</bichig:scriptOrder>\n";
    }
    out += "</rdf:Description>\n";
    out += extension_schema;
    if (official) out += official_schema;
    out += extension_end;
    out += "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    const ObjectNumber metadata = file.allocate();
    // Not deflated, so that programs that know no PDF find the packet.
    file.plain_stream(metadata, "/Type/Metadata/Subtype/XML", out);
    return metadata;
}

}  // namespace bichig::format::pdf
