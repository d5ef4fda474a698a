package gradientlab.lab.run;

/** What kind of value a setting has, in JSON and on the command line. */
public enum SettingType {
    TEXT(String.class, "a text"),
    WHOLE(Integer.class, "a whole number"),
    LONG(Long.class, "a whole number"),
    NUMBER(Double.class, "a number"),
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
     * A value as JSON has it, as a value of this kind. Numbers that are not finite are the texts NaN, Infinity, -Infinity.
     *
     * @throws SettingException if it is of another kind
     */
    Object of(Setting setting, Object value) {
        Object converted = valueClass.isInstance(value) ? value : converted(value);
        if (converted == null) {
            String shown = value instanceof String ? "'" + value + "'" : String.valueOf(value);
            throw new SettingException(setting, " needs " + words + ", not " + shown);
        }
        return converted;
    }

    private Object converted(Object value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        return switch (this) {
            case LONG -> whole ? ((Number) value).longValue() : null;
            case NUMBER ->
                value instanceof Number number
                        ? (Object) number.doubleValue()
                        : value instanceof String text && text.matches("NaN|-?Infinity") ? Double.valueOf(text) : null;
            case TEXT, WHOLE, FLAG -> null;
        };
    }
}
