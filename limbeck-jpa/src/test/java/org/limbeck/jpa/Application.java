package org.limbeck.jpa;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import shop.Shop;

/** The application itself, with the Hibernate that its class loader has. */
final class Application {

    /** Held here, since the log manager itself forgets loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("org.hibernate");

    private Application() {}

    /** Starts it on a database whose schema must be there already: Hibernate validates it. */
    static SessionFactory start(Database database, List<Class<?>> classes) {
        return start(
                database.access().jdbcUrl(),
                database.access().user(),
                database.access().password(),
                classes);
    }

    /** Starts the shop, and stops it; for callers with another class loader. */
    static void validateManaged(String url, String user, String password) {
        start(url, user, password, Shop.managedClasses()).close();
    }

    private static SessionFactory start(String url, String user, String password, List<Class<?>> classes) {
        LOG.setLevel(Level.OFF);
        Configuration configuration = new Configuration()
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", user)
                .setProperty("hibernate.connection.password", password)
                .setProperty("hibernate.hbm2ddl.auto", "validate");
        classes.forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }
}
