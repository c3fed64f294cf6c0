package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;

/** A record as the source gave it, and as the manifest's transformations have left it. */
public record Found(JsonNode given, JsonNode record) {}
