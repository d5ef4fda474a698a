package gradientlab.continuation;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Setting;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.FileSum;
import gradientlab.runfolder.Specification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What decides the bits of results, in the form in which a folder belongs to it. */
public final class Specifications {

    private Specifications() {}

    /**
     * Of the repetitions of a plan. How many there are is no part of it: more of them go on where fewer ended.
     *
     * @param engine as asked for: engines agree to rounding, not in every bit
     */
    public static Specification ofTraining(TrainingPlan plan, Engine engine, Provenance provenance) {
        return of("a training", TrainSettings.of(plan), Set.of(Setting.DATA, Setting.REPEAT), engine, provenance);
    }

    /** Of a training that experiments have needed: it goes on with them alone. */
    public static Specification ofTrainingOfExperiments(TrainingPlan plan, Engine engine, Provenance provenance) {
        return of("a training of experiments", TrainSettings.of(plan), Set.of(Setting.DATA), engine, provenance);
    }

    /** Of experiments of a kind, whose repetitions are part of their results. */
    public static Specification ofExperiments(
            String kind, TrainSettings protocol, Engine engine, Provenance provenance) {
        return of(kind, protocol, Set.of(Setting.DATA), engine, provenance);
    }

    private static Specification of(
            String kind, TrainSettings settings, Set<Setting> without, Engine engine, Provenance provenance) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("results", kind);
        settings.said().forEach((setting, value) -> {
            if (!without.contains(setting)) {
                parts.put(setting.key(), String.valueOf(value));
            }
        });
        parts.put("engine", engine.label());
        // The contents alone: the same data under another path or name are the same data.
        parts.put(
                "data",
                FileSum.of(String.join(" ", provenance.dataSha256().values())).sha256());
        parts.put("Gradient Lab", provenance.gradientLab() + ", commit " + provenance.gitCommit());
        parts.put("backend", provenance.backend());
        // Math.tanh and the like may differ in the last bit between versions and processors.
        parts.put(
                "Java",
                Runtime.version().feature() + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
        return new Specification(parts);
    }
}
