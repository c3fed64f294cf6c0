package vn.nhip.sandbox.files;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.Truth;

/** Two plain lists: answers to the survey form, and the dollar's rate. */
final class DailyExports {
    private DailyExports() {}

    static List<HomeFile> survey(Truth truth) {
        Shapes shapes = new Shapes(truth.span().zone());
        List<Answer> written = truth.web().answers().stream()
                .filter(answer -> !answer.byPhone())
                .toList();
        SortedMap<String, List<Answer>> years = Batches.yearly(written, answer -> shapes.day(answer.at()));
        List<HomeFile> files = new ArrayList<>();
        years.forEach((year, batch) -> {
            List<List<Object>> rows = new ArrayList<>();
            batch.forEach(answer -> rows.add(List.of(answer.id(), shapes.iso(answer.at()), answer.score())));
            if (year.equals(years.lastKey())) {
                rows.add(beyondTheScale(truth));
            }
            byte[] content = CsvText.PLAIN.write(Table.of("survey", List.of("Id", "Submitted at", "Score"), rows));
            files.add(new HomeFile("inbox/survey/khao-sat-" + year + ".csv", content));
        });
        return files;
    }

    /** A 7 on a scale that ends at 5; no answer of the truth. */
    private static List<Object> beyondTheScale(Truth truth) {
        return List.of("KS-THU-NGHIEM", truth.span().lastDay() + " 20:00", 7);
    }

    static List<HomeFile> rates(Truth truth) {
        List<HomeFile> files = new ArrayList<>();
        Batches.yearly(truth.books().rates(), DollarRate::day).forEach((year, batch) -> {
            List<List<Object>> rows = new ArrayList<>();
            batch.forEach(rate ->
                    rows.add(List.of(Shapes.vietnamese(rate.day()), "USD", "VND", Shapes.dotted(rate.rate()) + ",00")));
            Table table = Table.of("rates", List.of("Ngày", "Từ", "Sang", "Tỷ giá"), rows);
            files.add(new HomeFile("inbox/rates/ty-gia-" + year + ".csv", CsvText.SEMICOLON.write(table)));
        });
        return files;
    }
}
