package vn.nhip.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Report;
import vn.nhip.handout.MorningReaders;
import vn.nhip.notice.Channel;
import vn.nhip.notice.Letter;
import vn.nhip.spi.ConnectorException;

/** Sends the numbers of the morning to whoever asked for them: no login, no attachment, one mail each. */
public final class MorningMail {

    private static final Logger LOG = LoggerFactory.getLogger(MorningMail.class);

    private final Workplace workplace;
    private final Channels channels;

    MorningMail(Workplace workplace, Channels channels) {
        this.workplace = workplace;
        this.channels = channels;
    }

    /** Whether the operator named a mail server. */
    public boolean possible() {
        return channels.operator().mail().isPresent();
    }

    /** This morning's numbers are ready. */
    void announce() {
        workplace.handouts().readers().announce(workplace.today());
    }

    /** Sends what is due; what does not go is tried again later. */
    void send() {
        List<MorningReaders.Due> due = workplace.handouts().readers().due();
        if (due.isEmpty()) {
            return;
        }
        Report report = workplace.scorecard();
        due.forEach(mail -> send(mail, report));
    }

    private void send(MorningReaders.Due mail, Report report) {
        MorningReaders readers = workplace.handouts().readers();
        Optional<String> failure =
                tried(mail.reader().wanted(), mail.day(), report, mail.day().toString());
        if (failure.isEmpty()) {
            readers.sent(mail);
        } else {
            LOG.warn("the numbers of {} did not go to one reader: {}", mail.day(), failure.get());
            readers.failed(mail, failure.get());
        }
    }

    /** Sends today's numbers now, whatever went before; why it did not go, if it did not. */
    public Optional<String> now(MorningReaders.Wanted wanted) {
        return tried(
                wanted,
                workplace.today(),
                workplace.scorecard(),
                workplace.clock().instant().toString());
    }

    private Optional<String> tried(MorningReaders.Wanted wanted, LocalDate day, Report report, String occasion) {
        Optional<Channel> channel = channels.mail(List.of(wanted.address()), workplace.config());
        if (channel.isEmpty()) {
            return Optional.of("operator.yaml names no mail server");
        }
        try {
            channel.get().send(List.of(letter(wanted, day, report, occasion)));
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Letter letter(MorningReaders.Wanted wanted, LocalDate day, Report report, String occasion) {
        Language language = wanted.language();
        Letter.Words words = new MorningText(report.in(language), workplace.catalogue()).of(day);
        return new Letter(
                "morning/" + occasion + "/" + wanted.address(),
                "morning",
                workplace.clock().instant(),
                words,
                Map.of());
    }
}
