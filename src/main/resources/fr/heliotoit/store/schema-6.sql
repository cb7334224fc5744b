CREATE TABLE liens_6 (
  entree INTEGER NOT NULL REFERENCES millesimes(id), ancien TEXT NOT NULL, nouveau TEXT NOT NULL,
  PRIMARY KEY (entree, ancien, nouveau))
;;
INSERT INTO liens_6 SELECT c.origine, l.ancien, l.nouveau FROM liens l, contenus c, millesimes m
  WHERE m.courant AND c.snapshot = m.id AND c.contenu = 'batiments'
;;
DROP TABLE liens
;;
ALTER TABLE liens_6 RENAME TO liens
;;
CREATE TABLE dossiers_6 (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, batiment TEXT NOT NULL, entree INTEGER NOT NULL, statut TEXT NOT NULL,
  notes TEXT NOT NULL, modifie_le DATETIME NOT NULL)
;;
INSERT INTO dossiers_6 SELECT fid, batiment, coalesce((SELECT c.origine FROM contenus c, millesimes m
  WHERE m.courant AND c.snapshot = m.id AND c.contenu = 'batiments'), 0), statut, notes, modifie_le FROM dossiers
;;
CREATE TABLE releves_6 (
  dossier INTEGER NOT NULL, champ TEXT NOT NULL, valeur TEXT NOT NULL, PRIMARY KEY (dossier, champ))
;;
INSERT INTO releves_6 SELECT d.fid, r.champ, r.valeur FROM releves r JOIN dossiers d ON d.batiment = r.batiment
;;
CREATE TABLE mesures_6 (
  dossier INTEGER NOT NULL, annee INTEGER NOT NULL, kwh DOUBLE NOT NULL, PRIMARY KEY (dossier, annee))
;;
INSERT INTO mesures_6 SELECT d.fid, m.annee, m.kwh FROM mesures m JOIN dossiers d ON d.batiment = m.batiment
;;
DROP TABLE releves
;;
DROP TABLE mesures
;;
DROP TABLE dossiers
;;
ALTER TABLE dossiers_6 RENAME TO dossiers
;;
ALTER TABLE releves_6 RENAME TO releves
;;
ALTER TABLE mesures_6 RENAME TO mesures
