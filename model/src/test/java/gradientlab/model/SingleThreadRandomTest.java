package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleThreadRandomTest {

    private static final int NUMBERS = 200_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x9e3779b97f4a7c15L})
    void theNumbersAreThoseOfThePlatformBitForBit(long seed) {
        Random platform = new Random(seed);
        Random ours = new SingleThreadRandom(seed);
        for (int i = 0; i < NUMBERS; i++) {
            double expected = switch (i % 5) {
                case 0 -> platform.nextDouble();
                case 1 -> platform.nextInt(1000);
                default -> platform.nextGaussian();
            };
            double actual = switch (i % 5) {
                case 0 -> ours.nextDouble();
                case 1 -> ours.nextInt(1000);
                default -> ours.nextGaussian();
            };
            assertThat(actual).isEqualTo(expected);
        }
    }
}
