package gradientlab.sweep;

import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.TrainSettings;
import java.util.Map;

/**
 * The contents of sweep.json.
 *
 * @param base the settings that all cells have in common; what is not there is the lecture's
 * @param specification axes with their values, the cells drawn, steps and measures
 * @param cells how many there are
 * @param provenance what the sweep was made from and with, as it began
 */
record SweepRecord(TrainSettings base, Map<String, String> specification, int cells, Provenance provenance) {

    /** Its name in the folder. */
    static final String FILE = "sweep.json";

    static SweepRecord of(SweepSpec spec, Provenance provenance) {
        return new SweepRecord(spec.common(), spec.parts(), spec.cells(), provenance);
    }
}
