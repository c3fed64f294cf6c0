package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What the rules of a mapping may refer to while they are loaded. */
record MappingScope(Map<String, Field> fields, List<String> names, ZoneId zone, Currency currency, Problems problems) {}
