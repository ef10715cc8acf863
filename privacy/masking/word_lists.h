// Words that stand-ins are made of: names and places that are rare as words of their own. Constants.
#pragma once

#include <string_view>

namespace hearth::privacy {

inline constexpr std::string_view womensNames[] = {
    "Clarinda", "Rosalind",  "Ottilie",    "Philippa",  "Leonora",   "Beatrix",   "Cordelia",
    "Henrike",  "Isolde",    "Marguerite", "Theodora",  "Winifred",  "Augusta",   "Evangeline",
    "Josepha",  "Liselotte", "Perpetua",   "Seraphina", "Valentina", "Wilhelmina"};
inline constexpr std::string_view mensNames[] = {
    "Alaric",  "Bertrand", "Cornelius", "Desmond",  "Eberhard", "Ferdinand", "Gideon",
    "Horatio", "Ignatius", "Leopold",   "Lysander", "Mortimer", "Octavian",  "Percival",
    "Quentin", "Reginald", "Sylvester", "Tiberius", "Valentin", "Wendelin"};
inline constexpr std::string_view anyonesNames[] = {
    "Ashby",   "Brinley", "Corvin", "Darcy",  "Emlyn",  "Farley", "Gwyn",  "Hollis", "Kersey",  "Lindley",
    "Merrill", "Oakley",  "Payton", "Quinby", "Rowley", "Shelby", "Tatum", "Vesper", "Whitley", "Yardley"};
inline constexpr std::string_view familyNames[] = {
    "Abernathy",    "Blackwood",   "Castellan",   "Draycott",   "Ellingham",    "Fairbrother",
    "Goldsworthy",  "Hathersage",  "Inglethorpe", "Jessamine",  "Kettlewell",   "Lockridge",
    "Merriweather", "Northcote",   "Ormsby",      "Pemberton",  "Quillfeather", "Ravenscroft",
    "Silverstone",  "Thistlewood", "Underhill",   "Vandermeer", "Winterbourne", "Yarborough",
    "Zellweger",    "Ashgrove",    "Bramblewick", "Cloverdale", "Dunmoor",      "Eastlake"};
inline constexpr std::string_view places[] = {
    "Altenmoor", "Bellhaven", "Calderwick", "Dornbury",   "Elmstead",  "Fernhollow", "Greyford",
    "Hartmouth", "Islemere",  "Jarrowdale", "Kingsmarsh", "Larkfield", "Millhaven",  "Norrington",
    "Oldbridge", "Pinecrest", "Quarryvale", "Rosemoor",   "Stonewick", "Thornbury"};
inline constexpr std::string_view organizations[] = {
    "Aldermere",  "Brightwater", "Copperline", "Driftmark", "Emberton",  "Foxglade", "Glenhaven",
    "Highcroft",  "Ironleaf",    "Juniperus",  "Kestrelby", "Lumengate", "Mosswell", "Northlight",
    "Orchardine", "Plumeria",    "Quartzen",   "Rivermoor", "Sandpiper", "Tidewell"};
inline constexpr std::string_view peoples[] = {"Norwegian", "Bolivian", "Estonian",  "Zambian", "Laotian",
                                               "Uruguayan", "Maltese",  "Mongolian", "Fijian",  "Latvian"};

// First names by gender, to give a stand-in of the same one; the rest is left open.
inline constexpr std::string_view knownWomen =
    " mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret "
    "sandra ashley "
    "kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia "
    "kathleen amy "
    "angela anna ana emma nicole helen samantha katherine christine rachel janet maria catherine heather "
    "diane olivia "
    "julie victoria lauren kelly hannah megan julia alice grace sophia isabella mia ava charlotte amelia "
    "lucia sofia "
    "elena petra sabine monika ingrid astrid karin chloe camille giulia chiara olga natalia svetlana fatima "
    "aisha priya "
    "yuki sakura zsuzsa eva jane kate lucy zoe ";
inline constexpr std::string_view knownMen =
    " james robert john michael william david richard joseph thomas charles christopher daniel matthew "
    "anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan "
    "jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander "
    "patrick jack "
    "dennis jerry tyler aaron jose adam nathan henry peter zachary kyle walter ethan jeremy harold keith "
    "noah carl "
    "arthur lawrence joe albert bruce ben bob dan dave ed fred greg jim jon mike nick steve tim tom tony "
    "hans karl klaus "
    "stefan sven bjorn lars pierre jacques luca marco carlos luis juan pedro miguel ivan dmitri sergei boris "
    "piotr "
    "mohammed ahmed ali omar hassan mehmet mustafa raj amit hiroshi takashi kenji roy ";

}  // namespace hearth::privacy
