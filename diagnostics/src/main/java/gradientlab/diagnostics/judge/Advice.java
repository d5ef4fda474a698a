package gradientlab.diagnostics.judge;

/** Likely cause and concrete change. */
record Advice(String cause, String remedy, Remedy change) {

    static final Advice LOWER_RATE = new Advice(
            "the learning rate is too high: the updates are as large as the weights",
            "divide the learning rate by 10",
            Remedy.LOWER_LEARNING_RATE);

    static final Advice RAISE_RATE = new Advice(
            "the learning rate is too low: the updates are next to nothing beside the weights",
            "multiply the learning rate by 10 until the update:parameter ratio is about 1e-3",
            Remedy.RAISE_LEARNING_RATE);

    /** Names the first input that is not scaled. */
    static Advice scaleInput(RuleContext run) {
        Observation first = run.observations().get(0);
        String input = run.unscaledInputs(first).get(0);
        return new Advice(
                "the features are not scaled",
                "input: subtract the mean and divide by the standard deviation (pixels: divide by 255)",
                Remedy.scaleInput(input, first.inputs().get(input)));
    }
}
