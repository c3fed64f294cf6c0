package vn.nhip.config;

import java.util.Arrays;
import java.util.List;
import vn.nhip.catalogue.Texts;

/**
 * One of the five questions that {@code nhip init} asks.
 *
 * <p>Shape: {@code key} is the key under {@code setup:}; no answers to choose from means free text, and tools may be named
 * freely beside the usual ones; {@code several} allows more than one.
 */
public record SetupQuestion(String key, Texts question, List<? extends Setup.Answer> answers, boolean several) {

    /** All five in the guide's order. */
    public static final List<SetupQuestion> ALL = List.of(
            several("goal", "Mục tiêu kinh doanh là gì?", "What are the business goals?", Setup.Goal.values()),
            one(
                    "industry",
                    "Doanh nghiệp thuộc ngành nào?",
                    "Which industry is the business in?",
                    Setup.Industry.values()),
            several(
                    "departments",
                    "Cần theo dõi KPI cho những bộ phận nào?",
                    "For which departments are KPIs to be followed?",
                    Setup.Department.values()),
            new SetupQuestion(
                    "responsible",
                    new Texts(
                            "Ai theo dõi và báo cáo các KPI này? (ghi chức vụ; bỏ trống thì mỗi bộ phận tự lo)",
                            "Who follows and reports these KPIs? (a role; left empty, each department its own)"),
                    List.of(),
                    false),
            several(
                    "tools",
                    "Số liệu đang nằm ở những công cụ nào?",
                    "Which tools hold the figures today?",
                    Setup.Tool.values()));

    private static SetupQuestion one(String key, String vi, String en, Setup.Answer... answers) {
        return new SetupQuestion(key, new Texts(vi, en), Arrays.asList(answers), false);
    }

    private static SetupQuestion several(String key, String vi, String en, Setup.Answer... answers) {
        return new SetupQuestion(key, new Texts(vi, en), Arrays.asList(answers), true);
    }
}
