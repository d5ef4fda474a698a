package gradientlab.lab.run;

import java.util.List;

/**
 * The contents of run.json.
 *
 * @param spec every setting of the plan; a file with these keys is a configuration file
 * @param runs the figures of the repetitions that are finished
 * @param provenance what they were made from and with
 */
public record RunRecord(TrainSettings spec, List<RunFigures> runs, Provenance provenance) {

    /** Throws {@link IllegalArgumentException} if there is no spec, or no plan that it describes. */
    public RunRecord {
        if (spec == null) {
            throw new IllegalArgumentException("spec must be given, not null");
        }
        spec.toPlan();
    }
}
