package vn.nhip.connector.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.FillInFile;
import vn.nhip.spi.Inspector;
import vn.nhip.spi.Page;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;

/** Files as a source; see the README beside it for settings and limits. */
public final class FilesConnectorFactory implements ConnectorFactory, Inspector, FillInFile {

    /** The one stream: every file is a slice of it. */
    public static final String STREAM = "files";

    private static final int SHOWN = 10;

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "files",
            "Files",
            List.of(
                    Setting.required("path", Setting.Type.FOLDER, "the file, or the folder that is watched for files"),
                    Setting.optional("pattern", Setting.Type.TEXT, "*", "which files of the folder, such as *.csv"),
                    Setting.required(
                            "mapping",
                            Setting.Type.FILE,
                            "the facts.yaml that says what a row means, or a ready one: "
                                    + String.join(", ", ReadyMappings.names()))),
            List.of(new StreamSpec(STREAM, EnumSet.allOf(FactKind.class), 0, StreamSpec.PageOrder.NONE)),
            List.of());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Folder folder = new Folder(path(settings.text("path")), settings.text("pattern"));
        String mapping = settings.text("mapping");
        return new FilesConnector(SPEC, folder, () -> load(mapping, context));
    }

    @Override
    public Proposal inspect(Path sample, Map<String, String> answers, ConnectorContext context) {
        try {
            String name = sample.getFileName().toString();
            Proposing.Draft draft = Proposing.of(Sample.of(sample), name, answers);
            if (!draft.complete()) {
                return new Proposal(draft.mapping(), draft.questions(), draft.choices(), false, List.of(), List.of());
            }
            List<Part> parts = Mapping.parse("proposal for " + name, draft.mapping(), context)
                    .parts();
            try (SliceReader reader = new SliceReader(new Source(sample), parts, Position.START)) {
                Page first = reader.read();
                return new Proposal(
                        draft.mapping(),
                        draft.questions(),
                        draft.choices(),
                        true,
                        first.facts().stream().limit(SHOWN).toList(),
                        first.rejected().stream().limit(SHOWN).toList());
            }
        } catch (YamlException unfit) {
            throw ConnectorException.settings(String.join("; ", unfit.problems()));
        } catch (IOException unreadable) {
            throw ConnectorException.settings("file " + sample + " cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public List<String> ready(Path sample, ConnectorContext context) {
        return ReadyMappings.names().stream()
                .filter(name -> fits(sample, name, context))
                .toList();
    }

    /** Whether the first rows give facts, or there are none, as in a workbook that nobody has filled in yet. */
    private static boolean fits(Path sample, String name, ConnectorContext context) {
        List<Part> parts = load(name, context).parts();
        try (SliceReader reader = new SliceReader(new Source(sample), parts, Position.START)) {
            Page first = reader.read();
            return first.rejected().isEmpty() || !first.facts().isEmpty();
        } catch (ConnectorException another) {
            return false;
        } catch (IOException unreadable) {
            throw ConnectorException.settings("file " + sample + " cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public void writeEmpty(OutputStream target) throws IOException {
        NumbersWorkbook.write(target);
    }

    /** A file of this path, else the ready mapping of this name. */
    private static Mapping load(String setting, ConnectorContext context) {
        Path file = path(setting);
        try {
            if (Files.isRegularFile(file)) {
                return Mapping.parse(file.toString(), Files.readString(file), context);
            }
            String name = file.getFileName().toString();
            Optional<String> ready = ReadyMappings.find(name);
            if (ready.isPresent()) {
                return Mapping.parse(name, ready.get(), context);
            }
            throw ConnectorException.settings("mapping '" + setting
                    + "' is neither a file nor a ready mapping; ready are " + String.join(", ", ReadyMappings.names()));
        } catch (YamlException unfit) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS, String.join("; ", unfit.problems()), Optional.empty(), unfit);
        } catch (IOException unreadable) {
            throw ConnectorException.settings("mapping " + file + " cannot be read as UTF-8 text: " + unreadable);
        }
    }

    private static Path path(String setting) {
        try {
            return Path.of(setting);
        } catch (InvalidPathException unfit) {
            throw ConnectorException.settings("'" + setting + "' is no path: " + unfit.getReason());
        }
    }
}
