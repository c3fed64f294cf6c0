package vn.nhip.spi;

import java.nio.file.Path;
import java.util.List;

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
    Proposal inspect(Path sample, ConnectorContext context);

    /**
     * A mapping as text, what the user must decide before it can be trusted, and what the first rows give with it.
     *
     * <p>Shape: the questions stand in the mapping too, as comments where they belong. No facts and nothing rejected
     * when a question must be answered first.
     */
    record Proposal(String mapping, List<String> questions, List<Envelope> facts, List<Rejected> rejected) {
        public Proposal {
            questions = List.copyOf(questions);
            facts = List.copyOf(facts);
            rejected = List.copyOf(rejected);
        }
    }
}
