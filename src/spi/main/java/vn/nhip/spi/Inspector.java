package vn.nhip.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Looks at a sample of a source and proposes how to read it: an optional capability of a {@link ConnectorFactory}.
 *
 * <p>It only proposes: the user reads, changes and keeps the mapping; nothing is guessed when it is used.
 */
public interface Inspector {

    /**
     * Proposes a mapping for a file.
     *
     * @throws ConnectorException DATA when the file cannot be read at all
     */
    default Proposal inspect(Path sample, ConnectorContext context) {
        return inspect(sample, Map.of(), context);
    }

    /**
     * The same with what the user has decided, by the ids of choices; what is no option of a choice counts for nothing.
     *
     * @throws ConnectorException DATA when the file cannot be read at all
     */
    Proposal inspect(Path sample, Map<String, String> answers, ConnectorContext context);

    /**
     * The names of the mappings that come along and read this file.
     *
     * @throws ConnectorException when the file cannot be read at all
     */
    default List<String> ready(Path sample, ConnectorContext context) {
        return List.of();
    }

    /**
     * A mapping as text, what the user must decide before it can be trusted, and what the first rows give with it.
     *
     * <p>Shape: the questions stand in the mapping too, as comments where they belong; {@code choices} are all that may
     * be decided otherwise, for a form. No facts and nothing rejected when a question must be answered first, which
     * {@code complete} says.
     */
    record Proposal(
            String mapping,
            List<String> questions,
            List<Choice> choices,
            boolean complete,
            List<Envelope> facts,
            List<Rejected> rejected) {
        public Proposal {
            questions = List.copyOf(questions);
            choices = List.copyOf(choices);
            facts = List.copyOf(facts);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Something that the user may decide.
     *
     * <p>Shape: {@code subject} is the column or the value that it is about, as the file says it, empty for the whole
     * file; {@code chosen} is one of the options, or empty while nobody has decided.
     */
    record Choice(String id, String subject, List<String> options, String chosen, List<String> examples) {
        public Choice {
            options = List.copyOf(options);
            examples = List.copyOf(examples);
        }
    }
}
