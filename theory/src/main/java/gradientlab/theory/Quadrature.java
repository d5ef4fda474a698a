package gradientlab.theory;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Nodes and weights for integrals over the real line against a density that is next to nothing beyond ±9.
 *
 * <p>Gauss and Legendre's rule of ten points on panels that end at 0 and at every kink, so that a function need be smooth
 * only between them. A panel is at most 1.5 long; where the function is stretched by a std above 1, panels near 0 are
 * shorter by it. For the functions of the table the error lies below 1e-10 of the value.
 *
 * @param nodes where the function is taken
 * @param weights the lengths that the nodes stand for, without any density
 */
record Quadrature(double[] nodes, double[] weights) {

    /** Beyond it the density of N(0, 1) is below 2e-18. */
    static final double LIMIT = 9;

    private static final double LONGEST = 1.5;

    /** Beyond it the density is below 2e-5, and longer panels do. */
    private static final double TAIL = 4.5;

    /** A function stretched by more is a step. */
    private static final double MOST_STRETCHED = 1e12;

    private static final double[] LEGENDRE_NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] LEGENDRE_WEIGHTS = {
        0.2955242247147529, 0.2692667193099964, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };

    /** For a function of mean + std·d with kinks in its own argument, over all d. */
    static Quadrature of(double mean, double std, double[] kinks) {
        return of(mean, std, kinks, LONGEST);
    }

    /** The same with panels of at most a length, for functions that oscillate. */
    static Quadrature of(double mean, double std, double[] kinks, double longest) {
        double zero = std > 0 ? Math.max(-LIMIT, Math.min(-mean / std, LIMIT)) : 0;
        DoubleStream inside = DoubleStream.of(kinks).map(kink -> (kink - mean) / std);
        double[] breaks = DoubleStream.concat(panels(zero, std, longest), inside)
                .filter(d -> Math.abs(d) < LIMIT)
                .sorted()
                .distinct()
                .toArray();
        return between(breaks);
    }

    /** The ends of panels on both sides of the place where the function's argument is 0, longer the further off. */
    private static DoubleStream panels(double zero, double std, double longest) {
        DoubleStream.Builder ends = DoubleStream.builder();
        ends.add(zero);
        for (double away = 0; away < 2 * LIMIT; ) {
            double most = away < TAIL ? longest : 1.5 * longest;
            away += Math.min(most, Math.max(LONGEST / Math.max(1, Math.min(std, MOST_STRETCHED)), away / 3));
            ends.add(zero - away).add(zero + away);
        }
        return ends.build();
    }

    private static Quadrature between(double[] breaks) {
        double[] ends = new double[breaks.length + 2];
        System.arraycopy(breaks, 0, ends, 1, breaks.length);
        ends[0] = -LIMIT;
        ends[ends.length - 1] = LIMIT;
        int perPanel = 2 * LEGENDRE_NODES.length;
        double[] nodes = new double[(ends.length - 1) * perPanel];
        double[] weights = new double[nodes.length];
        for (int panel = 0; panel + 1 < ends.length; panel++) {
            fill(nodes, weights, panel * perPanel, ends[panel], ends[panel + 1]);
        }
        return new Quadrature(nodes, weights);
    }

    private static void fill(double[] nodes, double[] weights, int from, double left, double right) {
        double middle = (left + right) / 2;
        double half = (right - left) / 2;
        for (int i = 0; i < LEGENDRE_NODES.length; i++) {
            nodes[from + 2 * i] = middle - half * LEGENDRE_NODES[i];
            nodes[from + 2 * i + 1] = middle + half * LEGENDRE_NODES[i];
            Arrays.fill(weights, from + 2 * i, from + 2 * i + 2, half * LEGENDRE_WEIGHTS[i]);
        }
    }

    /** The same nodes, their weights times the density of N(0, 1). */
    Quadrature normal() {
        double[] weighted = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            weighted[i] = weights[i] * Math.exp(-nodes[i] * nodes[i] / 2) / Math.sqrt(2 * Math.PI);
        }
        return new Quadrature(nodes, weighted);
    }

    /**
     * The same nodes, their weights times the density of one coordinate of a point drawn from the sphere of radius
     * √dimensions: (1 − d²/dimensions)^((dimensions − 3)/2), scaled to sum 1. Mean 0 and variance 1, like N(0, 1), which it
     * becomes in many dimensions.
     */
    Quadrature spherical(double dimensions) {
        double[] weighted = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double inside = Math.max(0, 1 - nodes[i] * nodes[i] / dimensions);
            weighted[i] = weights[i] * Math.pow(inside, (dimensions - 3) / 2);
        }
        double sum = Arrays.stream(weighted).sum();
        return new Quadrature(nodes, Arrays.stream(weighted).map(w -> w / sum).toArray());
    }
}
