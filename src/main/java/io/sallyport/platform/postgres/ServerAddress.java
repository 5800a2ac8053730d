package io.sallyport.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a server on this machine. */
record ServerAddress(int port, String password) {
    /** Present in every cluster. */
    private static final String MAINTENANCE_DATABASE = "postgres";

    /** SQLSTATE cannot_connect_now: starting, recovering or shutting down. */
    private static final String NOT_NOW = "57P03";

    /** SQLSTATE invalid_password. */
    private static final String WRONG_PASSWORD = "28P01";

    enum Answer {
        READY,
        NOT_NOW,
        NONE
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Answer ask() {
        try (var connection = connect()) {
            return connection.isValid(2) ? Answer.READY : Answer.NONE;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseUnavailable(
                        "The server on port " + port + " does not take the password in its password file.", e);
            }
            return NOT_NOW.equals(e.getSQLState()) ? Answer.NOT_NOW : Answer.NONE;
        }
    }

    /** Creates the database unless it is there. */
    void makeSure(String database) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            if (!found.next()) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database " + database + " could not be created: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url(MAINTENANCE_DATABASE) + "?connectTimeout=5&socketTimeout=5", Server.USER, password);
    }
}
