package gradientlab.rulebenchmark;

import gradientlab.model.MlpSpec;

/**
 * One run of the suite.
 *
 * @param id unique, and the same every time
 * @param configuration what all runs have in common that differ by nothing but seed and fault
 * @param base the healthy specification
 * @param fault what is injected; null for nothing
 * @param half where it belongs
 * @param twin the id of the run with the same base and seed without the fault; its own for a healthy run
 */
public record LabelledRun(String id, String configuration, MlpSpec base, Fault fault, Half half, String twin) {

    /** Whether nothing is injected. */
    public boolean healthy() {
        return fault == null;
    }

    /** What is injected. */
    public Injection injection() {
        return healthy() ? Injection.NONE : fault.injection();
    }

    /** The specification that is trained. */
    public MlpSpec spec() {
        return injection().spec().apply(base);
    }

    LabelledRun with(Fault injected) {
        return new LabelledRun(id + "+" + injected.name(), configuration, base, injected, half, id);
    }
}
