package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** Languages and time zones of other machines. */
public final class Everywhere {

    /**
     * Arabic, Hindi and Thai have digits of their own, Turkish has another capital of i, German a decimal comma; the time
     * zones are as far apart as they can be, one of them off by half an hour.
     */
    private static final List<Place> PLACES = List.of(
            new Place("ar-EG", "Pacific/Kiritimati"),
            new Place("tr-TR", "Pacific/Pago_Pago"),
            new Place("hi-IN-u-nu-deva", "Asia/Kolkata"),
            new Place("th-TH-u-ca-buddhist-nu-thai", "Asia/Bangkok"),
            new Place("de-DE", "Europe/Berlin"));

    private record Place(String language, String zone) {}

    private Everywhere() {}

    /**
     * Fails unless something has the same result in all of those places as with no language at all.
     *
     * @param result an array, or something with equals
     */
    public static <T> void same(Callable<T> result) throws Exception {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            T expected = in(Locale.ROOT, "UTC", result);
            for (Place place : PLACES) {
                assertThat(in(Locale.forLanguageTag(place.language), place.zone, result))
                        .as("in %s, %s", place.language, place.zone)
                        .isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    private static <T> T in(Locale language, String zone, Callable<T> result) throws Exception {
        Locale.setDefault(language);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return result.call();
    }
}
