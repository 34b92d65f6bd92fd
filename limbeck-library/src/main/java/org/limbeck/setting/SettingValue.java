package org.limbeck.setting;

/**
 * A setting's value and where it came from.
 *
 * @param setting which setting
 * @param value the value that counts, with placeholders filled in; empty if there is none
 * @param origin where it came from
 */
public record SettingValue(Setting setting, String value, Origin origin) {

    /** The value for a person's eyes: passwords are masked, those inside a URL too. */
    public String shown() {
        if (value.isEmpty()) {
            return "";
        }
        if (setting.secret()) {
            return SecretMask.MASK;
        }
        return setting.kind() == ValueKind.DATABASE_URL ? SecretMask.url(value) : value;
    }

    @Override
    public String toString() {
        return setting.key() + "=" + shown() + " (" + origin.describe() + ")";
    }
}
