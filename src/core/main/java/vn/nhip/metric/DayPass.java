package vn.nhip.metric;

import java.time.LocalDate;

/** Rolls the facts of one day up; days come in ascending order. */
interface DayPass {
    void day(LocalDate day, Cells cells);
}
