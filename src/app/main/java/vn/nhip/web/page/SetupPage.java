package vn.nhip.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Proposal;
import vn.nhip.config.Setup;
import vn.nhip.config.SetupQuestion;
import vn.nhip.spi.Grain;

/** The guide's five questions, and once they are answered what is proposed: KPIs by cadence, to be changed and taken over. */
public record SetupPage(
        List<Question> questions,
        String others,
        List<SetupForm.Hidden> answers,
        List<Cadence> cadences,
        List<String> notes,
        boolean again,
        String wrong) {

    /** One question; without options it is answered in words. */
    record Question(String key, String text, List<TargetPage.Option> options, boolean several, String value) {}

    /** The KPIs of a rhythm. */
    record Cadence(String name, List<KpiPick> kpis) {}

    /** One KPI: what is proposed and why, and the fields in which that can be changed. */
    record KpiPick(
            String id,
            String name,
            String why,
            String advice,
            Pick pick,
            String label,
            List<TargetPage.Option> departments,
            boolean wrong) {}

    /** The answers, what follows from them, what was decided before, and what somebody changed in the proposal. */
    public record Subject(
            SetupForm form,
            boolean asked,
            Optional<Proposal> proposal,
            Map<String, KpiChoice> before,
            Map<String, Pick> changed) {}

    public static SetupPage of(Subject subject, List<Kpi> kpis, Wording words) {
        SetupForm form = subject.form();
        String wrong = subject.asked() && subject.proposal().isEmpty() ? words.text("web.setup.wrong.answers") : "";
        return new SetupPage(
                SetupQuestion.ALL.stream()
                        .map(question -> question(question, form, words))
                        .toList(),
                form.others(),
                form.hidden(),
                subject.proposal()
                        .map(proposal -> cadences(subject, proposal, kpis, words))
                        .orElse(List.of()),
                subject.proposal()
                        .map(proposal ->
                                proposal.notes().stream().map(words::text).toList())
                        .orElse(List.of()),
                subject.proposal().isPresent(),
                wrong);
    }

    private static Question question(SetupQuestion question, SetupForm form, Wording words) {
        List<String> chosen =
                switch (question.key()) {
                    case "goal" -> form.goals();
                    case "industry" -> List.of(form.industry());
                    case "departments" -> form.departments();
                    case "tools" -> form.tools();
                    default -> List.of(form.responsible());
                };
        return new Question(
                question.key(),
                words.text(question.question()),
                question.answers().stream()
                        .map(answer -> new TargetPage.Option(
                                answer.id(), words.text(answer.label()), chosen.contains(answer.id())))
                        .toList(),
                question.several(),
                question.answers().isEmpty() ? chosen.get(0) : "");
    }

    private static List<Cadence> cadences(Subject subject, Proposal proposal, List<Kpi> kpis, Wording words) {
        return Arrays.stream(Grain.values())
                .map(grain -> new Cadence(
                        words.text("web.cadence." + grain.id()),
                        kpis.stream()
                                .filter(kpi -> kpi.cadence() == grain)
                                .map(kpi -> pick(kpi, subject, proposal, words))
                                .toList()))
                .filter(cadence -> !cadence.kpis().isEmpty())
                .toList();
    }

    private static KpiPick pick(Kpi kpi, Subject subject, Proposal proposal, Wording words) {
        KpiChoice proposed = Optional.ofNullable(proposal.kpis().get(kpi.id())).orElseThrow();
        KpiChoice before = subject.before().getOrDefault(kpi.id(), KpiChoice.DEFAULT);
        Proposal.Why why = Optional.ofNullable(proposal.reasons().get(kpi.id())).orElseThrow();
        Pick pick = Optional.ofNullable(subject.changed().get(kpi.id()))
                .orElseGet(() -> Pick.proposed(kpi, proposed, before, words));
        Typed typed = new Typed(words.language().equals("vi"), kpi.unit());
        return new KpiPick(
                kpi.id(),
                words.text(kpi.name()),
                ProposalWords.why(why, words),
                ProposalWords.advice(kpi, why.advice(), words),
                pick,
                TargetPage.label(kpi, words),
                TargetPage.departments(Optional.of(pick.department()), words),
                pick.choice(typed, before).isEmpty());
    }

    /** Whether anything is wrong with what was changed. */
    boolean refused() {
        return cadences.stream().flatMap(cadence -> cadence.kpis().stream()).anyMatch(KpiPick::wrong);
    }

    static List<String> labels(List<? extends Setup.Answer> answers, Wording words) {
        return answers.stream().map(answer -> words.text(answer.label())).toList();
    }
}
