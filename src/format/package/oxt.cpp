// An .oxt is a zip archive: the manifest names the configuration, which names the dictionary's files and its locale.
// https://wiki.openoffice.org/wiki/Documentation/DevGuide/Extensions/Extensions
#include <bichig/format/package/oxt.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/format/package/zip.h>

#include "format/package/xml.h"

namespace bichig::format {

namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

bool is_plain(std::string_view text) {
    return !text.empty() && text.front() != '.' && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
    });
}

Result<void> check(const OxtContents& contents) {
    struct Field {
        const char* name;
        const std::string& text;
        bool plain;
    };
    const Field fields[] = {{"id", contents.id, true},           {"version", contents.version, true},
                            {"name", contents.name, true},       {"locale", contents.locale, true},
                            {"title", contents.title, false},    {"publisher", contents.publisher, false},
                            {"licence", contents.licence, false}, {"notice", contents.notice, false},
                            {"readme", contents.readme, false}};
    for (const Field& field : fields) {
        if (field.plain && !is_plain(field.text)) {
            return fail({ErrorCode::invalid_input, std::string{"an extension cannot have the "} + field.name + " '" +
                             to_utf8(to_utf16(field.text).value_or(u"?")) + "'",
                         "write it with letters, digits, - _ and . of ASCII", {"", 0, 0, ""}});
        }
        if (!to_utf16(field.text)) {
            return fail({ErrorCode::invalid_input, std::string{"the "} + field.name + " of the extension is no UTF-8",
                         "save it as UTF-8", {"", 0, 0, ""}});
        }
    }
    return {};
}

std::string manifest() {
    return std::string{head} +
           "<manifest:manifest xmlns:manifest=\"http://openoffice.org/2001/manifest\">\n"
           " <manifest:file-entry manifest:media-type=\"application/vnd.sun.star.configuration-data\""
           " manifest:full-path=\"dictionaries.xcu\"/>\n"
           "</manifest:manifest>\n";
}

std::string description(const OxtContents& contents) {
    std::string out{head};
    out += "<description xmlns=\"http://openoffice.org/extensions/description/2006\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n";
    out += " <identifier value=\"" + contents.id + "\"/>\n <version value=\"" + contents.version + "\"/>\n";
    out += " <display-name><name lang=\"en\">" + escaped(contents.title) + "</name></display-name>\n";
    if (!contents.publisher.empty()) {
        out += " <publisher><name lang=\"en\">" + escaped(contents.publisher) + "</name></publisher>\n";
    }
    out += " <registration>\n  <simple-license accept-by=\"admin\" suppress-on-update=\"true\">\n"
           "   <license-text xlink:href=\"LICENSE.txt\" lang=\"en\"/>\n  </simple-license>\n </registration>\n";
    if (!contents.readme.empty()) {
        out += " <extension-description><src xlink:href=\"README.txt\" lang=\"en\"/></extension-description>\n";
    }
    return out + "</description>\n";
}

std::string configuration(const OxtContents& contents) {
    const auto property = [](std::string_view name, std::string_view type, const std::string& value) {
        std::string out = "   <prop oor:name=\"";
        return out.append(name).append("\" oor:type=\"").append(type).append("\"><value>") + value +
               "</value></prop>\n";
    };
    const std::string stem = "%origin%/" + contents.name;
    return std::string{head} +
           "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\""
           " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"Linguistic\""
           " oor:package=\"org.openoffice.Office\">\n <node oor:name=\"ServiceManager\">\n"
           "  <node oor:name=\"Dictionaries\">\n  <node oor:name=\"" +
           contents.name + "\" oor:op=\"fuse\">\n" +
           property("Locations", "oor:string-list", stem + ".aff " + stem + ".dic") +
           property("Format", "xs:string", "DICT_SPELL") +
           property("Locales", "oor:string-list", contents.locale) +
           "  </node>\n  </node>\n </node>\n</oor:component-data>\n";
}

}  // namespace

Result<std::string> oxt_of(const OxtContents& contents) {
    if (auto good = check(contents); !good) return fail(good.error());
    std::vector<ZipPart> parts{{"META-INF/manifest.xml", manifest()},
                               {"description.xml", description(contents)},
                               {"dictionaries.xcu", configuration(contents)},
                               {"LICENSE.txt", contents.licence}};
    if (!contents.notice.empty()) parts.push_back({"NOTICE.txt", contents.notice});
    if (!contents.readme.empty()) parts.push_back({"README.txt", contents.readme});
    parts.push_back({contents.name + ".aff", contents.aff});
    parts.push_back({contents.name + ".dic", contents.dic});
    return zip_of(parts);
}

}  // namespace bichig::format
