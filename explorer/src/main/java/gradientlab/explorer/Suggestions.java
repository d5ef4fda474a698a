package gradientlab.explorer;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.lab.proof.RemedyChange;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.ui.explorer.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of a fresh network, each with the settings that its remedy changes, and with what these do. */
final class Suggestions {

    private final FreshNet fresh;
    private final FreshNets nets;
    private final boolean tried;
    private final Words words;
    private final Map<ExploredNet, FreshNet> trials = new HashMap<>();

    private Suggestions(FreshNet fresh, FreshNets nets, boolean tried, Words words) {
        this.fresh = fresh;
        this.nets = nets;
        this.tried = tried;
        this.words = words;
    }

    /** @param tried whether to build the network that each remedy of a fault leads to */
    static List<Picture.Found> of(FreshNet fresh, FreshNets nets, boolean tried, Words words) {
        Suggestions suggestions = new Suggestions(fresh, nets, tried, words);
        return fresh.findings().stream().map(suggestions::found).toList();
    }

    /** A change of settings, in words. */
    private record Change(String text, ExploredNet net) {}

    private Picture.Found found(Finding finding) {
        Optional<Change> change = change(finding)
                .filter(to -> !NetSettings.difference(fresh.asked(), to.net()).isEmpty());
        Picture.Apply apply = change.map(to -> new Picture.Apply(
                        ChangeWords.in(words, to.text()), NetSettings.difference(fresh.asked(), to.net())))
                .orElse(null);
        if (!tried || apply == null || finding.severity() != Severity.FAULT) {
            return new Picture.Found(finding, "", apply);
        }
        return trial(finding, apply, change.get().net());
    }

    /** The change of the page's settings that does what a remedy asks for; empty where none does, or it cannot be built. */
    private Optional<Change> change(Finding finding) {
        ExploredNet net = fresh.asked();
        try {
            return switch (finding.change().kind()) {
                case SCALE_INPUT, SCALE_COLUMNS -> input(net);
                case ENLARGE_BATCH -> batch(net, finding.change());
                default ->
                    RemedyChange.of(finding, net.spec())
                            .map(change -> new Change(change.text(), net.with(change.changed())));
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Change> input(ExploredNet net) {
        InputScaling scaled = InputScaling.STANDARDISED;
        return Optional.of(new Change(
                "pixels with " + scaled.text(), new ExploredNet(net.plan(), net.skip(), scaled, net.steps())));
    }

    private static Optional<Change> batch(ExploredNet net, Remedy remedy) {
        int examples = (int) remedy.number("examples");
        TrainingPlan plan = net.plan();
        TrainingPlan larger = new TrainingPlan(
                plan.spec(), examples, plan.epochs(), plan.batchesPerEpoch(), plan.repeat(), plan.data());
        return Optional.of(
                new Change("batches of " + examples, new ExploredNet(larger, net.skip(), net.input(), net.steps())));
    }

    /** The finding has to go away; what the loss does is told. */
    private Picture.Found trial(Finding finding, Picture.Apply apply, ExploredNet net) {
        FreshNet after = trials.computeIfAbsent(net, nets::of);
        boolean gone = after.findings().stream()
                .noneMatch(other -> other.rule() == finding.rule() && other.severity() == Severity.FAULT);
        double was = loss(fresh);
        double is = loss(after);
        Finding told = gone ? finding.helped(is < was ? was : Double.NaN, is) : finding.notHelped();
        return new Picture.Found(told, told.tried(words.language()).orElse(""), gone ? apply : null);
    }

    private static double loss(FreshNet net) {
        return net.snapshot().network().loss();
    }
}
