package vn.nhip.kit.grpc;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a service sends that the SDK does not know: newer fields, said in words and otherwise left alone. */
public final class UnknownFields {

    private UnknownFields() {}

    /** The unknown fields of a message and of the messages in it, each once; of several alike the first is looked at. */
    public static List<String> in(Message message, String name) {
        List<String> found = new ArrayList<>();
        collect(message, name, found);
        return found.stream().distinct().toList();
    }

    private static void collect(Message message, String name, List<String> found) {
        message.getUnknownFields()
                .asMap()
                .keySet()
                .forEach(number -> found.add("field " + number + " of " + name + " is new and was not read"));
        message.getAllFields().forEach((field, value) -> {
            if (value instanceof Message one) {
                collect(one, field.getName(), found);
            } else if (value instanceof Collection<?> several) {
                several.stream()
                        .limit(1)
                        .filter(Message.class::isInstance)
                        .forEach(first -> collect((Message) first, field.getName(), found));
            }
        });
    }
}
