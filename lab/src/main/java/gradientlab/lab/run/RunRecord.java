package gradientlab.lab.run;

import java.util.List;

/**
 * The contents of run.json.
 *
 * @param spec every option of the plan; a file with these keys is a configuration for {@code train --config}
 * @param runs the figures of the repetitions that are finished
 * @param provenance what they were made from and with
 */
public record RunRecord(TrainSettings spec, List<RunFigures> runs, Provenance provenance) {}
