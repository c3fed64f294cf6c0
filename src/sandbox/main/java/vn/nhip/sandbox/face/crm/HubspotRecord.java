package vn.nhip.sandbox.face.crm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One record of the portal, all of whose properties are texts.
 *
 * <p>Shape: {@code contact} is whom a deal is for.
 */
public record HubspotRecord(
        long id, Instant modified, boolean archived, Map<String, String> properties, Optional<Long> contact) {

    public HubspotRecord {
        properties = Map.copyOf(properties);
    }

    ObjectNode json(Set<String> wanted, boolean associations) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", Long.toString(id));
        ObjectNode shown = json.putObject("properties");
        wanted.stream().sorted().forEach(name -> shown.put(name, properties.get(name)));
        json.put("createdAt", properties.getOrDefault("createdate", modified.toString()));
        json.put("updatedAt", modified.toString());
        json.put("archived", archived);
        if (archived) {
            json.put("archivedAt", modified.toString());
        }
        contact.filter(any -> associations).ifPresent(other -> json.putObject("associations")
                .putObject("contacts")
                .putArray("results")
                .addObject()
                .put("id", Long.toString(other))
                .put("type", "deal_to_contact"));
        return json;
    }
}
