package vn.nhip.bench;

import java.time.LocalDate;
import java.util.List;
import vn.nhip.incident.Point;

/** A made-up series of days, how many things happen on an ordinary one, and what was done to it. */
record Disturbed(double usual, List<Point> points, List<Event> events) {

    /** What was done from one day to another; a lasting one has to be seen within its first days. */
    record Event(String kind, LocalDate first, LocalDate last) {}
}
