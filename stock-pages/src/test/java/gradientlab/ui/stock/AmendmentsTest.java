package gradientlab.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** The day one of these fails, DL4J's pages have changed: look at them, then repair or drop the amendment. */
class AmendmentsTest {

    static Stream<Amendment> all() {
        return Amendments.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyAmendmentFitsWhereItIsMade(Amendment amendment) {
        String text = StockTexts.original(amendment.resource()).orElseThrow();
        List<Amendment> before = new ArrayList<>(Amendments.of(amendment.resource()));
        before = before.subList(0, before.indexOf(amendment));
        for (Amendment earlier : before) {
            text = earlier.applyTo(text);
        }

        assertThat(amendment.fits(text))
                .as("'%s' is in %s %d times", amendment.find(), amendment.resource(), amendment.times())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyAmendmentIsInTheTextThatIsServed(Amendment amendment) {
        assertThat(StockTexts.amended(amendment.resource()).orElseThrow()).contains(amendment.replacement());
    }

    @Test
    void anAmendmentThatNoLongerFitsIsLeftOutAndLogged() {
        var log = (Logger) LoggerFactory.getLogger(StockTexts.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
        var once = Amendment.replace("text", "a", "b", "why");

        assertThat(once.fits("a")).isTrue();
        assertThat(once.fits("c")).isFalse();
        assertThat(once.fits("a a")).isFalse();
        assertThat(StockTexts.amend("a a", List.of(once))).isEqualTo("a a");
        assertThat(StockTexts.amend("a c", List.of(once))).isEqualTo("b c");
        log.detachAppender(logged);
        log.setAdditive(true);
        assertThat(logged.list).singleElement().asString().contains("text has changed", "why");
    }

    @Test
    void aTextWithoutAmendmentsIsNotTouched() {
        assertThat(StockTexts.amended("deeplearning4jUiAssets/js/counter.js")).isEmpty();
        assertThat(StockTexts.amended("templates/Tsne.html")).isEmpty();
    }
}
