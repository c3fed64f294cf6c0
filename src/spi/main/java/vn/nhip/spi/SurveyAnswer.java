package vn.nhip.spi;

import java.time.Instant;

/** One answer on a declared scale; scores outside the scale are refused, scales are never mixed. */
public record SurveyAnswer(String id, Instant answeredAt, int score, int scaleMin, int scaleMax, Survey survey)
        implements Fact {

    public enum Survey {
        CSAT,
        NPS;

        public String id() {
            return Names.kebab(name());
        }
    }

    public SurveyAnswer {
        Names.requireText(id, "answer id");
        if (score < scaleMin || score > scaleMax) {
            throw new IllegalArgumentException("score " + score + " lies outside " + scaleMin + ".." + scaleMax);
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.SURVEY_ANSWER;
    }

    @Override
    public String key() {
        return id;
    }
}
