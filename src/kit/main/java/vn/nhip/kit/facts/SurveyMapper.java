package vn.nhip.kit.facts;

import vn.nhip.spi.SurveyAnswer;

/** Answers to surveys. */
final class SurveyMapper {

    private SurveyMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute answeredAt = attributes.required("answered-at");
        Attribute score = attributes.required("score");
        Attribute scaleMin = attributes.required("scale-min");
        Attribute scaleMax = attributes.required("scale-max");
        Attribute survey = attributes.required("survey");
        return group -> new SurveyAnswer(
                id.text(group),
                answeredAt.instant(group),
                small(score, group),
                small(scaleMin, group),
                small(scaleMax, group),
                survey.choice(group, SurveyAnswer.Survey.class));
    }

    private static int small(Attribute attribute, Group group) {
        long number = attribute.whole(group);
        if (number != (int) number) {
            throw attribute.refusal(0, Long.toString(number), "is too large for a score");
        }
        return (int) number;
    }
}
