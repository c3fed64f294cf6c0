package vn.nhip.connector.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;

/** Reads the {@code read:} part of a mapping; what a format does not have is refused there. */
final class ReadingLoader {

    private ReadingLoader() {}

    static Reading load(YamlMap read) {
        read.allow("format", "encoding", "delimiter", "sheet", "header-row", "columns", "group-by");
        Reading.Format format = read.require("format").choice(Reading.Format.class);
        belongs(read, "delimiter", format == Reading.Format.CSV, "csv");
        belongs(read, "sheet", format == Reading.Format.XLSX, "xlsx");
        belongs(read, "encoding", format != Reading.Format.XLSX, "text formats");
        char separator = format == Reading.Format.TSV
                ? '\t'
                : read.find("delimiter").map(ReadingLoader::separator).orElse(',');
        return new Reading(
                format,
                read.find("encoding").map(ReadingLoader::charset).orElse(StandardCharsets.UTF_8),
                separator,
                read.find("sheet").map(YamlNode::text),
                heading(read),
                read.find("group-by").map(YamlNode::text));
    }

    private static void belongs(YamlMap read, String key, boolean fits, String where) {
        if (!fits && read.find(key).isPresent()) {
            throw read.key(key).problem("'" + key + "' is for " + where + " only");
        }
    }

    private static char separator(YamlNode node) {
        String text = node.text();
        boolean usable = text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0 && text.charAt(0) != '\uFFFF';
        if (!usable) {
            throw node.problem("a delimiter is one character, such as \",\" or \";\"");
        }
        return text.charAt(0);
    }

    private static Charset charset(YamlNode node) {
        Charset charset = node.parse(Charset::forName, "an encoding such as utf-8, utf-16 or windows-1258");
        if (!charset.canEncode()) {
            throw node.problem("encoding '" + node.text() + "' cannot be declared; name one encoding");
        }
        return charset;
    }

    private static Heading heading(YamlMap read) {
        int row = read.find("header-row").map(YamlNode::wholeNumber).orElse(1);
        List<String> names = read.find("columns").map(YamlNode::texts).orElse(List.of());
        if (row < 0) {
            throw read.require("header-row").problem("the header stands in row 1 or later; 0 means there is none");
        }
        if ((row == 0) == names.isEmpty()) {
            throw read.problem(
                    "'columns' names the columns of a file without header: header-row 0 and columns together");
        }
        return new Heading(row, names);
    }
}
