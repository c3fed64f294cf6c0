package vn.nhip.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody knows about a day; without a KPI it stands beside all of them. */
public record Note(long id, Optional<String> kpi, LocalDate day, String text, String by, Instant at) {}
