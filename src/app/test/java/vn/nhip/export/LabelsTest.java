package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything, and each says it in its own words. */
class LabelsTest {

    /** The same in both languages on purpose. */
    private static final Set<String> SHARED = Set.of("overview.kpi");

    private static final Pattern KEY_IN_CODE =
            Pattern.compile("(?:text|column|ExportException)\\(\\s*(?:e,\\s*)?\"([a-z]+\\.[a-z0-9.-]*[a-z0-9-])\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern VIETNAMESE =
            Pattern.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]");

    private final Properties vietnamese = load("vi");
    private final Properties english = load("en");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(vietnamese.getProperty(key)));
        }
    }

    @Test
    void noTextIsLeftInTheOtherLanguage() {
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(VIETNAMESE.matcher(english.getProperty(key)).find())
                    .as(key)
                    .isFalse();
            boolean hasWords = ARGUMENT.matcher(english.getProperty(key))
                    .replaceAll("")
                    .chars()
                    .anyMatch(Character::isLetter);
            if (hasWords && !SHARED.contains(key)) {
                assertThat(vietnamese.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    /** An apostrophe would swallow the arguments after it. */
    @Test
    void noTextHoldsAnApostropheOrIsEmpty() {
        for (Properties words : Set.of(vietnamese, english)) {
            words.forEach((key, text) ->
                    assertThat((String) text).as((String) key).isNotBlank().doesNotContain("'"));
        }
    }

    @Test
    void everyKeyThatTheCodeNamesExists() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("main"))) {
            for (Path source : sources.filter(path -> path.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                KEY_IN_CODE.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(vietnamese.stringPropertyNames()).containsAll(named);
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties load(String language) {
        Properties words = new Properties();
        for (String bundle : Labels.BUNDLES) {
            try (Reader in = new InputStreamReader(
                    LabelsTest.class.getResourceAsStream("/" + bundle + "_" + language + ".properties"),
                    StandardCharsets.UTF_8)) {
                words.load(in);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return words;
    }
}
