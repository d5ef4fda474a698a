package gradientlab.diagnostics.parts;

import gradientlab.diagnostics.facts.Penalty;
import gradientlab.diagnostics.facts.UpdaterFacts;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Reads updaters and regularisation, with their values at one iteration.
 *
 * <p>"To know a new updater, edit one place": {@link #ROWS}; of one that is not there its kind and rate are known.
 */
public record UpdaterReader(int iteration, int epoch) {

    /** @param values momentum, decay and epsilon, as {@link UpdaterFacts} has them */
    private record Row<T extends IUpdater>(
            Class<T> kind, Function<T, ISchedule> schedule, BiFunction<T, UpdaterReader, double[]> values) {

        boolean of(IUpdater updater) {
            return kind == updater.getClass();
        }

        UpdaterFacts facts(IUpdater updater, double rate, UpdaterReader now) {
            T known = kind.cast(updater);
            double[] v = values.apply(known, now);
            return new UpdaterFacts(kind.getSimpleName(), rate, name(schedule.apply(known)), v[0], v[1], v[2]);
        }
    }

    private static final double NONE = Double.NaN;

    private static final List<Row<?>> ROWS = List.of(
            new Row<>(Sgd.class, Sgd::getLearningRateSchedule, (u, now) -> values(NONE, NONE, NONE)),
            new Row<>(
                    Nesterovs.class,
                    Nesterovs::getLearningRateSchedule,
                    (u, now) -> values(u.currentMomentum(now.iteration, now.epoch), NONE, NONE)),
            new Row<>(
                    Adam.class,
                    Adam::getLearningRateSchedule,
                    (u, now) -> values(u.getBeta1(), u.getBeta2(), u.getEpsilon())),
            new Row<>(
                    AdaMax.class,
                    AdaMax::getLearningRateSchedule,
                    (u, now) -> values(u.getBeta1(), u.getBeta2(), u.getEpsilon())),
            new Row<>(
                    Nadam.class,
                    Nadam::getLearningRateSchedule,
                    (u, now) -> values(u.getBeta1(), u.getBeta2(), u.getEpsilon())),
            new Row<>(
                    AMSGrad.class,
                    AMSGrad::getLearningRateSchedule,
                    (u, now) -> values(u.getBeta1(), u.getBeta2(), u.getEpsilon())),
            new Row<>(
                    AdaBelief.class,
                    AdaBelief::getLearningRateSchedule,
                    (u, now) -> values(u.getBeta1(), u.getBeta2(), u.getEpsilon())),
            new Row<>(
                    RmsProp.class,
                    RmsProp::getLearningRateSchedule,
                    (u, now) -> values(NONE, u.getRmsDecay(), u.getEpsilon())),
            new Row<>(AdaGrad.class, AdaGrad::getLearningRateSchedule, (u, now) -> values(NONE, NONE, u.getEpsilon())),
            new Row<>(AdaDelta.class, u -> null, (u, now) -> values(NONE, u.getRho(), u.getEpsilon())));

    /** UNKNOWN for a parameter without an updater. */
    public UpdaterFacts updater(IUpdater updater) {
        if (updater == null) {
            return UpdaterFacts.UNKNOWN;
        }
        double rate = rate(updater);
        return ROWS.stream()
                .filter(row -> row.of(updater))
                .findFirst()
                .map(row -> row.facts(updater, rate, this))
                .orElseGet(() -> new UpdaterFacts(updater.getClass().getSimpleName(), rate, "", NONE, NONE, NONE));
    }

    /** The regularisation of one parameter; kinds that are not DL4J's own are left out. */
    public Penalty penalty(List<Regularization> all, double rate) {
        List<Regularization> given = all == null ? List.of() : all;
        double l1 = sum(given, L1Regularization.class, term -> value(term.getL1()));
        double l2 = sum(given, L2Regularization.class, term -> value(term.getL2()));
        double decay = sum(given, WeightDecay.class, term -> value(term.getCoeff()) / (term.isApplyLR() ? 1 : rate));
        return new Penalty(l1, l2, decay);
    }

    /** The value of a schedule; of none it is the constant. */
    double value(ISchedule schedule, double constant) {
        return schedule == null ? constant : value(schedule);
    }

    private double value(ISchedule schedule) {
        return schedule == null ? 0 : schedule.valueAt(iteration, epoch);
    }

    private double rate(IUpdater updater) {
        return updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : NONE;
    }

    private static double[] values(double momentum, double decay, double epsilon) {
        return new double[] {momentum, decay, epsilon};
    }

    private static String name(ISchedule schedule) {
        return schedule == null ? "" : schedule.getClass().getSimpleName();
    }

    private static <T> double sum(List<Regularization> terms, Class<T> kind, Function<T, Double> value) {
        Stream<T> known =
                terms.stream().filter(Objects::nonNull).filter(kind::isInstance).map(kind::cast);
        return known.mapToDouble(value::apply).sum();
    }
}
