package gradientlab.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language in which the program speaks: how it counts, and how it writes a fraction. */
public enum Language {
    ENGLISH("en", "English", Locale.ROOT),
    RUSSIAN("ru", "Русский", Locale.forLanguageTag("ru"));

    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");

    /** A number with a decimal point or an exponent that stands alone: not one inside a name, after its colon, or of a section. */
    private static final Pattern DECIMAL =
            Pattern.compile("(?<![\\w.:])(?<!раздел )(\\d++)(?:\\.(\\d++))?+(?:e([+-]?)0*+(\\d++))?+(?!\\w|\\.\\w)");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String code;
    private final String title;
    private final Locale locale;

    Language(String code, String title, Locale locale) {
        this.code = code;
        this.title = title;
        this.locale = locale;
    }

    /** Its code of ISO 639, as in {@code <html lang>}. */
    public String code() {
        return code;
    }

    /** Its name in itself. */
    public String title() {
        return title;
    }

    /** The locale of its catalogue; that of English is the root, whose catalogue has no suffix. */
    public Locale locale() {
        return locale;
    }

    /** The language of a code; throws {@link IllegalArgumentException} when there is none. */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no language '" + code + "': use one of "
                        + Arrays.stream(values()).map(Language::code).collect(Collectors.joining(", "))));
    }

    /** The language of a locale; English where the program does not speak that of the locale. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language in which the system shows its menus; English where the program does not speak it. */
    public static Language ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /**
     * Which form of a noun follows a number: in English 0 after 1 and 1 otherwise; in Russian 0 after 1, 21, 101 (единица), 1
     * after 2 to 4, 22, and fractions (единицы), 2 otherwise (единиц).
     *
     * @param number as it is printed; what is no number counts as many
     */
    public int form(String number) {
        if (this == ENGLISH) {
            return number.equals("1") ? 0 : 1;
        }
        if (!WHOLE.matcher(number).matches()) {
            return FRACTION.matcher(number).matches() ? 1 : 2;
        }
        int tens = Integer.parseInt(number.substring(Math.max(0, number.length() - 2)));
        int ones = tens % 10;
        boolean teens = tens >= 11 && tens <= 14;
        if (teens || ones == 0 || ones >= 5) {
            return 2;
        }
        return ones == 1 ? 0 : 1;
    }

    /** A text whose numbers are written as in this language: in Russian with a comma, and 2.9e-06 as 2,9·10⁻⁶. */
    public String numbers(String text) {
        return this == RUSSIAN ? DECIMAL.matcher(text).replaceAll(Language::withComma) : text;
    }

    private static String withComma(MatchResult number) {
        String fraction = number.group(2) == null ? "" : "," + number.group(2);
        String power = number.group(4) == null
                ? ""
                : "·10" + (number.group(3).equals("-") ? "⁻" : "")
                        + number.group(4)
                                .chars()
                                .mapToObj(digit -> RAISED.substring(digit - '0', digit - '0' + 1))
                                .collect(Collectors.joining());
        return number.group(1) + fraction + power;
    }
}
