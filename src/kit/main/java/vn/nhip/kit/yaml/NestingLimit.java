package vn.nhip.kit.yaml;

import java.util.List;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Refuses deep nesting while a file is parsed: composing walks down by recursion, which could drive the stack to its end. */
final class NestingLimit implements Parser {

    private static final int MAX_DEPTH = 50;

    private final String name;
    private final Parser parser;
    private int depth;

    NestingLimit(String name, Parser parser) {
        this.name = name;
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (depth > MAX_DEPTH) {
            throw new YamlException(List.of(
                    YamlNode.place(name, event.getStartMark()) + ": nested deeper than " + MAX_DEPTH + " levels"));
        }
        return event;
    }
}
