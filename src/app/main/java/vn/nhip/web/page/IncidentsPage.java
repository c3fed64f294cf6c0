package vn.nhip.web.page;

import java.util.List;

/** All incidents: the open ones, then the last that were closed. */
public record IncidentsPage(List<IncidentPage> open, List<IncidentPage> closed) {}
