package org.limbeck.test;

/** A project whose migrations are as they should be. */
@LimbeckTest(configuration = "src/test/shop/limbeck.properties")
class ShopMigrationsTest implements MigrationContract {}
