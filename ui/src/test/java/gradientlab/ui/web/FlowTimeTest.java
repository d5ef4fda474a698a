package gradientlab.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.TimeProfile;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FlowTimeTest {

    /** 10⁻³ of the last step's norm: Limit.VANISHING_OVER_TIME. */
    @Test
    void whatFallsHasTheLimitOfVanishing() {
        assertThat(limit(2, 1, 0.5)).isCloseTo(0.002, within(1e-15));
    }

    /** A hundred times the last step's norm: Limit.EXPLODING_OVER_TIME. */
    @Test
    void whatGrowsHasTheLimitOfExploding() {
        assertThat(limit(2, 4, 8)).isCloseTo(200, within(1e-12));
    }

    @Test
    void whatTheRulesCannotJudgeHasNone() {
        assertThat(limit()).as("no time").isNaN();
        assertThat(limit(2)).as("a single step").isNaN();
        assertThat(limit(0, 0)).as("nothing arrives").isNaN();
        assertThat(limit(Double.NaN, 1)).isNaN();
    }

    private static double limit(double... norms) {
        List<Double> fromLast = DoubleStream.of(norms).boxed().toList();
        return FlowAnswer.Time.of(new TimeProfile(fromLast, fromLast)).limit();
    }
}
