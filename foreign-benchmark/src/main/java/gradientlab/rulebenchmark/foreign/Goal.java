package gradientlab.rulebenchmark.foreign;

import gradientlab.rulebenchmark.cases.Metric;

/** What a network is to predict, and how well it does. */
enum Goal {
    /** One of several classes; the share of right ones. */
    CLASSES {
        @Override
        double metric(double[][] targets, double[][] output) {
            int right = 0;
            for (int i = 0; i < output.length; i++) {
                right += argmax(output[i]) == argmax(targets[i]) ? 1 : 0;
            }
            return (double) right / output.length;
        }

        @Override
        double guessing(double[][] targets) {
            int[] counts = new int[targets[0].length];
            int most = 0;
            for (double[] row : targets) {
                most = Math.max(most, ++counts[argmax(row)]);
            }
            return (double) most / targets.length;
        }
    },
    /** Yes or no, once or for several questions; the share of right bits. */
    BITS {
        @Override
        double metric(double[][] targets, double[][] output) {
            return Metric.bits(targets, output);
        }

        @Override
        double guessing(double[][] targets) {
            return Metric.bitsByGuessing(targets);
        }
    },
    /** Numbers; R². */
    VALUES {
        @Override
        double metric(double[][] targets, double[][] output) {
            return Metric.rSquared(targets, output);
        }

        @Override
        double guessing(double[][] targets) {
            return 0;
        }
    };

    /** 1 is perfect. */
    abstract double metric(double[][] targets, double[][] output);

    /** What a constant scores at best. */
    abstract double guessing(double[][] targets);

    /** The first of the greatest; a value that is not a number is never the greatest. */
    static int argmax(double[] row) {
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] || Double.isNaN(row[best]) && !Double.isNaN(row[k]) ? k : best;
        }
        return best;
    }
}
