package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;

class TranscriptTest {

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        for (String encoding : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
            byte[] bytes = "\uFEFFđơn;số\n1;2\n".getBytes(Charset.forName(encoding));
            Charset declared = encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16;
            assertThat(all(Transcript.open(new ByteArrayInputStream(bytes), declared, "f.csv")))
                    .isEqualTo("đơn;số\n1;2\n");
        }
    }

    @Test
    void aMarkThatContradictsTheDeclaredEncodingIsRefused() {
        byte[] bytes = "\uFEFFabc".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> Transcript.open(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, "f.csv"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("f.csv: begins as UTF-16 text");
    }

    @Test
    void declaredLegacyTextIsRead() throws IOException {
        Charset vietnamese = Charset.forName("windows-1258");
        byte[] bytes = "Đơn\u0323".getBytes(vietnamese);
        assertThat(all(Transcript.open(new ByteArrayInputStream(bytes), vietnamese, "f.csv")))
                .isEqualTo("Đơn\u0323");
    }

    @Test
    void bytesThatAreNoTextAreMarkedNotReplaced() throws IOException {
        byte[] bytes = {'a', (byte) 0xC3, '(', '\n', 'b', (byte) 0xFF};
        Transcript transcript = new Transcript(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        assertThat(all(transcript)).isEqualTo("a\uFFFF(\nb\uFFFF");
        assertThat(transcript.sawUnreadable()).isTrue();
    }

    @Property(tries = 300)
    void linesComeBackAsTheyStood(@ForAll @StringLength(max = 200) @Chars({'a', 'ế', '\n', '\r', ','}) String text)
            throws IOException {
        Transcript transcript = transcript(text);
        all(transcript);
        BufferedReader expected = new BufferedReader(new java.io.StringReader(text));
        long number = 1;
        for (String line = expected.readLine(); line != null; line = expected.readLine()) {
            assertThat(transcript.text(number, number)).isEqualTo(line);
            number++;
        }
        assertThat(new String(transcript.take(number), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private static Transcript transcript(String text) throws IOException {
        return new Transcript(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String all(Transcript transcript) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[7];
        for (int count = transcript.read(some); count >= 0; count = transcript.read(some)) {
            text.append(some, 0, count);
        }
        return text.toString();
    }
}
