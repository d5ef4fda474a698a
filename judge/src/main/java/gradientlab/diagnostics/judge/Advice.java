package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;

/** Likely cause and concrete change, for people and for a program. */
record Advice(Message cause, Message remedy, Remedy change) {

    static final Advice RAISE_RATE = new Advice(
            Message.of("learning-rate-too-low.cause.ratio"),
            Message.of("learning-rate-too-low.remedy"),
            Remedy.RAISE_LEARNING_RATE);

    /** Of single weights: no step of all parameters together was seen to be large. */
    static final Advice LOWER_RATE = new Advice(
            Message.of("learning-rate-too-high.cause.ratio"),
            Message.of("learning-rate-too-high.remedy", "10"),
            Remedy.LOWER_LEARNING_RATE);

    /** That of another finding, which explains this one. */
    static Advice of(Finding finding) {
        return new Advice(finding.wording().cause(), finding.wording().remedy(), finding.change());
    }
}
