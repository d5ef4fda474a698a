package gradientlab.lab.run;

/** What kind of value a setting has, in JSON and on the command line, and its range. */
public enum SettingType {
    TEXT(String.class, "a text"),
    /** A whole number of at least 1. */
    COUNT(Integer.class, "a whole number from 1 to " + Integer.MAX_VALUE),
    LONG(Long.class, "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE),
    /** A finite number. */
    NUMBER(Double.class, "a number"),
    /** A finite number above 0. */
    POSITIVE(Double.class, "a number"),
    FLAG(Boolean.class, "true or false");

    private final Class<?> valueClass;
    private final String words;

    SettingType(Class<?> valueClass, String words) {
        this.valueClass = valueClass;
        this.words = words;
    }

    /** The class of its values. */
    public Class<?> valueClass() {
        return valueClass;
    }

    /**
     * A value as JSON has it, as a value of this kind. Numbers that are not finite are the texts NaN, Infinity, -Infinity;
     * they are converted, and then refused by the range.
     *
     * @param name what the setting is called, for the message
     * @throws SettingException if it is of another kind or out of range
     */
    Object of(String name, Object value) {
        Object converted = valueClass.isInstance(value) ? value : converted(value);
        if (converted == null) {
            String shown = value instanceof String ? "'" + value + "'" : String.valueOf(value);
            throw new SettingException(name, " needs " + words + ", not " + shown);
        }
        String rule = brokenRule(converted);
        if (!rule.isEmpty()) {
            throw new SettingException(name, " must be " + rule + ", not " + converted);
        }
        return converted;
    }

    /**
     * A value as it is typed, as a value of this kind; its range is not looked at.
     *
     * @throws IllegalArgumentException if it is of another kind; the message says which is needed
     */
    public Object ofText(String text) {
        try {
            return switch (this) {
                case TEXT -> text;
                case COUNT -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case NUMBER, POSITIVE -> Double.valueOf(text);
                case FLAG -> {
                    if (!text.matches("(?i)true|false")) {
                        throw new NumberFormatException(text);
                    }
                    yield Boolean.valueOf(text);
                }
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not " + words, e);
        }
    }

    private Object converted(Object value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        return switch (this) {
            case LONG -> whole ? ((Number) value).longValue() : null;
            case NUMBER, POSITIVE ->
                value instanceof Number number
                        ? (Object) number.doubleValue()
                        : value instanceof String text && text.matches("NaN|-?Infinity") ? Double.valueOf(text) : null;
            case TEXT, COUNT, FLAG -> null;
        };
    }

    /** The rule that a value of this kind breaks, or an empty text. */
    private String brokenRule(Object value) {
        return switch (this) {
            case COUNT -> (Integer) value < 1 ? "at least 1" : "";
            case NUMBER, POSITIVE -> {
                boolean positive = this == NUMBER || (Double) value > 0;
                yield !Double.isFinite((Double) value) ? "a finite number" : positive ? "" : "above 0";
            }
            case TEXT, LONG, FLAG -> "";
        };
    }
}
