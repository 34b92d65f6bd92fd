package ads.model;

/** Types that Hibernate would choose otherwise: a timestamp of its own has a precision. */
final class SqlType {

    static final String TEXT = "text";
    static final String TIMESTAMPTZ = "timestamp with time zone";

    private SqlType() {}
}
