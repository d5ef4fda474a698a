package gradientlab.rulebenchmark.foreign;

import gradientlab.rulebenchmark.Half;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * A planted fault.
 *
 * @param id in ids and tables
 * @param kind its class
 * @param scoringOnly whether the tuning half does not have it
 * @param where the families and setups that it can be planted in
 * @param change what it does to a setup
 */
record ForeignFault(
        String id, Kind kind, boolean scoringOnly, BiPredicate<Family, Setup> where, Consumer<Setup> change) {

    boolean fits(Half half, Family family, Setup setup) {
        return !(scoringOnly && half == Half.TUNING) && where.test(family, setup);
    }

    /** Names that say its cause; scaling the features of an autoencoder scales its targets, too. */
    Set<String> cause(Family family) {
        boolean both = family.has(Trait.MIRRORED) && (kind == Kind.UNSCALED_INPUT || kind == Kind.OVERSCALED_INPUT);
        Set<String> cause = new TreeSet<>(kind.cause());
        cause.addAll(both ? Kind.UNSCALED_TARGET.cause() : Set.of());
        return cause;
    }
}
