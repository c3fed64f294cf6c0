package vn.nhip.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.MailServer;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/** E-mail in plain text through the operator's server; one message for all notices that go together. */
public final class MailChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final String MILLIS = "15000";

    private final MailServer server;
    private final List<String> to;
    private final String business;
    private final Supplier<Secret> password;
    private final Clock clock;

    /** The password is asked for when the server has a user; {@code business} stands in front of each subject. */
    public MailChannel(MailServer server, List<String> to, String business, Supplier<Secret> password, Clock clock) {
        this.server = server;
        this.to = List.copyOf(to);
        this.business = business;
        this.password = password;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public String receivers() {
        return String.join(", ", to);
    }

    @Override
    public void send(List<Letter> letters) {
        Session session = Session.getInstance(settings());
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(session, letters);
            if (server.user().isPresent()) {
                transport.connect(
                        server.host(),
                        server.port(),
                        server.user().get(),
                        password.get().reveal());
            } else {
                transport.connect(server.host(), server.port(), null, null);
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException refused) {
            throw ConnectorException.access("the mail server " + server.host()
                    + " refuses the user or the password; give the right one: 'nhip connect mail'");
        } catch (SendFailedException partly) {
            whoGotIt(partly);
        } catch (MessagingException broken) {
            throw ConnectorException.unavailable("the mail server " + place() + " did not take the message", broken);
        }
    }

    /** Those who got it must not get it again because of one wrong address. */
    private void whoGotIt(SendFailedException partly) {
        int got = partly.getValidSentAddresses() == null ? 0 : partly.getValidSentAddresses().length;
        if (got == 0) {
            throw ConnectorException.settings("the mail server " + place() + " takes a message to none of "
                    + receivers() + ", or none from " + server.from());
        }
        LOG.warn("the mail server {} took a notice for {} of {} addresses only", place(), got, to.size());
    }

    private Properties settings() {
        Properties settings = new Properties();
        boolean tls = server.security() == MailServer.Security.TLS;
        boolean start = server.security() == MailServer.Security.STARTTLS;
        settings.setProperty("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(start));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(start));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.connectiontimeout", MILLIS);
        settings.setProperty("mail.smtp.timeout", MILLIS);
        settings.setProperty("mail.smtp.writetimeout", MILLIS);
        settings.setProperty("mail.smtp.sendpartial", "true");
        settings.setProperty("mail.smtp.from", server.from());
        return settings;
    }

    private MimeMessage message(Session session, List<Letter> letters) throws MessagingException {
        String id = "<" + UUID.nameUUIDFromBytes(ids(letters).getBytes(StandardCharsets.UTF_8)) + "@"
                + server.from().replaceFirst(".*@", "") + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(address(server.from()));
        for (String receiver : to) {
            message.addRecipient(MimeMessage.RecipientType.TO, address(receiver));
        }
        message.setSubject(subject(letters), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text(letters), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /** What was tried before and may have arrived has the same id again. */
    private String ids(List<Letter> letters) {
        return business + letters.stream().map(Letter::id).collect(Collectors.joining("\n"));
    }

    private String subject(List<Letter> letters) {
        String more = letters.size() > 1 ? " (+" + (letters.size() - 1) + ")" : "";
        String line = business + ": " + letters.get(0).words().title() + more;
        return line.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String text(List<Letter> letters) {
        return letters.stream()
                .map(letter -> letter.words().title() + "\n\n" + letter.words().text() + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static InternetAddress address(String text) throws AddressException {
        return new InternetAddress(text, true);
    }

    private String place() {
        return server.host() + ":" + server.port();
    }
}
